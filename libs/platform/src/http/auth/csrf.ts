import { createHmac, timingSafeEqual } from 'node:crypto';

/** Bound to the session and to APP_SECRET, so that nothing has to be stored. */
export const csrfTokenFor = (sessionId: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(`csrf:${sessionId}`).digest('base64url');

export function isCsrfToken(given: unknown, sessionId: string, appSecret: string): boolean {
  if (typeof given !== 'string') return false;
  const expected = Buffer.from(csrfTokenFor(sessionId, appSecret));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
