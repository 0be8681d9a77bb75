import type { z } from 'zod';
import { ApiProblem, readProblem } from './api-problem.js';
import { csrfToken } from './csrf-token.js';

const prefix = '/api/v1';

export type QueryValue = string | number | boolean | undefined | null;

export interface CallOptions {
  /** Absent and null values are left out. */
  query?: Record<string, QueryValue> | undefined;
  signal?: AbortSignal | undefined;
  /** Makes a repeated write safe for 24 hours; use one key for all attempts of one act. */
  idempotencyKey?: string | undefined;
}

type Schema = z.ZodType;
type Answer<S extends Schema | null> = S extends Schema ? z.output<S> : void;

/**
 * The only way to the server. Paths stand under /api/v1 (`path` encodes what is put into them), answers are typed by
 * the contract's schema, failures are thrown as `ApiProblem`. `null` as schema: the answer has no body.
 */
export const api = {
  get: <S extends Schema | null>(to: string, schema: S, options?: CallOptions) =>
    call('GET', to, schema, undefined, options),
  post: <S extends Schema | null>(to: string, schema: S, body?: unknown, options?: CallOptions) =>
    call('POST', to, schema, body, options),
  put: <S extends Schema | null>(to: string, schema: S, body?: unknown, options?: CallOptions) =>
    call('PUT', to, schema, body, options),
  patch: <S extends Schema | null>(to: string, schema: S, body: unknown, options?: CallOptions) =>
    call('PATCH', to, schema, body, options),
  delete: <S extends Schema | null>(to: string, schema: S, options?: CallOptions) =>
    call('DELETE', to, schema, undefined, options),
};

/** path`/workspaces/${slug}/tasks/${id}` with every value encoded. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((whole, part, index) => `${whole}${encodeURIComponent(values[index - 1] ?? '')}${part}`);
}

async function call<S extends Schema | null>(
  method: string,
  to: string,
  schema: S,
  body: unknown,
  options: CallOptions = {},
): Promise<Answer<S>> {
  const response = await fetch(`${prefix}${to}${queryString(options.query)}`, {
    method,
    credentials: 'same-origin',
    headers: headersOf(method, body, options),
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await readProblem(response);
  if (schema === null || response.status === 204) return undefined as Answer<S>;
  return checked(schema, await response.json(), to) as Answer<S>;
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

/**
 * In development an answer that breaks its contract fails loudly; in production the server is trusted, so that a
 * browser tab older than the server keeps working through an added value. Answers' schemas must not transform.
 */
export function checked(schema: Schema, body: unknown, to: string): unknown {
  if (import.meta.env?.PROD) return body;
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiProblem({
    code: 'internal',
    status: 0,
    title: `Answer of ${to} breaks its contract`,
    detail: parsed.error.message,
  });
}

export function queryString(query: CallOptions['query']): string {
  const given = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
