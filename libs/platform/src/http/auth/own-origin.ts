/**
 * Whether a page of this origin is one of ours: PUBLIC_URL's, or this machine's own at the port that is answering.
 * No origin at all is no page: a script or a command line.
 */
export function isOwnOrigin(origin: string | undefined, publicUrl: string, portInUse: number | undefined): boolean {
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  return ['localhost', '127.0.0.1', '[::1]'].some(
    (host) => origin === `http://${host}${portInUse === 80 ? '' : `:${portInUse}`}`,
  );
}
