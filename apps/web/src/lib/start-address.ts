/** Where to go after signing in: an address of ours, never somebody else's. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/u.test(next) ? next : '/';
}

/** The workspace last worked in when it is still one's own, else the first; undefined without any. */
export function startWorkspace(slugs: readonly string[], last: string | null): string | undefined {
  return slugs.find((slug) => slug === last) ?? slugs[0];
}
