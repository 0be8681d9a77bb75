/** `__Host-` binds the cookie to this host and to https; plain http (localhost) cannot have it. */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-uptake' : 'uptake';

export const sessionCookieOptions = (publicUrl: string, expires: Date) =>
  ({ httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/', expires }) as const;
