let current: string | null = null;

/** The session's token for cookie writes; lives in memory only and comes with /auth/me or /auth/login. */
export const csrfToken = {
  read: (): string | null => current,
  keep: (token: string | null): void => {
    current = token;
  },
};
