import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.gen.js';

export type UptakeClient = Client<paths>;

export interface UptakeClientOptions {
  /** Origin of the server, e.g. `https://uptake.example`; absent in a browser on the same one. */
  baseUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
  /** A personal token, sent with every request. */
  token?: string | undefined;
  /** The present session's CSRF token as `/auth/login` or `/auth/me` gave it, for writes by cookie. */
  csrf?: (() => string | null | undefined) | undefined;
}

const reads = ['GET', 'HEAD'];

/**
 * The API by its own OpenAPI document: `client.GET('/api/v1/workspaces/{w}/tasks', { params })` answers `{ data }` or
 * `{ error }`, the RFC 9457 problem; it throws only where no answer came.
 */
export function createUptakeClient({ baseUrl = '', fetch, token, csrf }: UptakeClientOptions = {}): UptakeClient {
  const client = createClient<paths>({
    baseUrl,
    credentials: 'same-origin',
    ...(fetch ? { fetch: (request: Request) => fetch(request) } : {}),
  });
  client.use({
    onRequest({ request }) {
      if (token) request.headers.set('authorization', `Bearer ${token}`);
      const ofSession = reads.includes(request.method) ? undefined : csrf?.();
      if (ofSession) request.headers.set('x-csrf-token', ofSession);
      return request;
    },
  });
  return client;
}
