import { readProblem } from './api-problem.js';
import { csrfToken } from './csrf-token.js';

const prefix = '/api/v1';

export type QueryValue = string | number | boolean | undefined | null;

export interface CallOptions {
  /** Absent, null and empty values are left out. */
  query?: Record<string, QueryValue> | undefined;
  signal?: AbortSignal | undefined;
  /** Makes a repeated write safe for 24 hours; use one key for all attempts of one act. */
  idempotencyKey?: string | undefined;
}

/**
 * The only way to the server: `api.get<Page<TaskSummary>>(path`/workspaces/${slug}/tasks`, { query, signal })`. Paths
 * stand under /api/v1 (`path` encodes what is put into them), answers are typed by the contracts, failures are thrown
 * as `ApiProblem`. The answer is trusted, not parsed again: the server's tests hold it to its contract, and the
 * schemas would be a sixth of the first screen's script.
 */
export const api = {
  get: <T>(to: string, options?: CallOptions) => call<T>('GET', to, undefined, options),
  post: <T = void>(to: string, body?: unknown, options?: CallOptions) => call<T>('POST', to, body, options),
  put: <T = void>(to: string, body?: unknown, options?: CallOptions) => call<T>('PUT', to, body, options),
  patch: <T>(to: string, body: unknown, options?: CallOptions) => call<T>('PATCH', to, body, options),
  delete: <T = void>(to: string, options?: CallOptions) => call<T>('DELETE', to, undefined, options),
};

/** path`/workspaces/${slug}/tasks/${id}` with every value encoded. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((whole, part, index) => `${whole}${encodeURIComponent(values[index - 1] ?? '')}${part}`);
}

async function call<T>(method: string, to: string, body: unknown, options: CallOptions = {}): Promise<T> {
  const response = await fetch(`${prefix}${to}${queryString(options.query)}`, {
    method,
    credentials: 'same-origin',
    headers: headersOf(method, body, options),
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export function headersOf(method: string, body: unknown, options: CallOptions): Record<string, string> {
  const token = method === 'GET' ? null : csrfToken.read();
  return {
    accept: 'application/json',
    ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    ...(token ? { 'x-csrf-token': token } : {}),
    ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
  };
}

export function queryString(query: CallOptions['query']): string {
  const given = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
