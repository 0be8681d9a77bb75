import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { api, path } from './api.js';
import { csrfToken } from './csrf-token.js';

const respond = (response: Response) => {
  const calls: { url: string; init: RequestInit }[] = [];
  globalThis.fetch = jest.fn(async (url: unknown, init?: RequestInit) => {
    calls.push({ url: String(url), init: init ?? {} });
    return response;
  }) as typeof fetch;
  return calls;
};
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  csrfToken.keep(null);
});

describe('a call', () => {
  it('encodes what is put into its path and leaves empty filters out', async () => {
    const calls = respond(Response.json({}));
    await api.get(path`/workspaces/${'a/b'}/tasks`, { query: { q: 'x y', owner: undefined, count: true, empty: '' } });
    expect(calls[0]?.url).toBe('/api/v1/workspaces/a%2Fb/tasks?q=x+y&count=true');
  });

  it('carries the session’s token on writes alone', async () => {
    csrfToken.keep('token');
    const calls = respond(new Response(null, { status: 204 }));
    await api.get('/x');
    await api.post('/x', { a: 1 });
    expect(new Headers(calls[0]?.init.headers).get('x-csrf-token')).toBeNull();
    expect(new Headers(calls[1]?.init.headers).get('x-csrf-token')).toBe('token');
  });

  it('throws the server’s problem with its code, fields and wait', async () => {
    const body = {
      type: 't',
      title: 'Too many',
      status: 429,
      code: 'too_many_requests',
      requestId: 'r1',
      errors: [{ path: 'a', code: 'c', message: 'm' }],
    };
    respond(Response.json(body, { status: 429, headers: { 'retry-after': '7' } }));
    await expect(api.get('/x')).rejects.toMatchObject({
      code: 'too_many_requests',
      requestId: 'r1',
      retryAfter: 7,
      errors: [{ path: 'a' }],
    });
  });

  it('makes a problem of a page that a proxy put in between', async () => {
    respond(new Response('<html>', { status: 502 }));
    await expect(api.get('/x')).rejects.toMatchObject({ name: 'ApiProblem', code: 'unavailable', status: 502 });
  });

  it('answers nothing for an answer without a body', async () => {
    respond(new Response(null, { status: 204 }));
    await expect(api.delete('/x')).resolves.toBeUndefined();
  });
});
