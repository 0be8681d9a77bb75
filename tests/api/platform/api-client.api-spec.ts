import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createUptakeClient } from '@uptake/api-client';
import { generateApiTypes } from '@uptake/api-client/generate';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const committed = new URL('../../../libs/api-client/src/schema.gen.ts', import.meta.url);
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it('has the types of the client generated from the routes as they are', async () => {
  const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as object;
  const fresh = await generateApiTypes(document);
  // `npm run api-client:generate` is this test, told to write
  if (process.env['UPTAKE_WRITE_API_CLIENT'] === '1') await writeFile(committed, fresh);
  expect((await readFile(committed, 'utf8')) === fresh).toBe(true);
});

it('speaks through the client: by a token, with the answer or the problem typed', async () => {
  const workspace = await api.world.workspace('spoken-to');
  const manager = await api.world.person(workspace, 'manager', 'manager');
  const client = createUptakeClient({ baseUrl: api.url, token: manager.token });

  const { data } = await client.GET('/api/v1/workspaces/{w}/recommendations', {
    params: { path: { w: workspace.slug }, query: { limit: 5 } },
  });
  expect(data).toMatchObject({ items: [], nextCursor: null });

  const { error, response } = await client.GET('/api/v1/workspaces/{w}', { params: { path: { w: 'not-mine' } } });
  expect(response.status).toBe(404);
  expect(error?.code).toBe('not_found');
});

it('sends the session’s token with cookie writes and nothing with reads', async () => {
  const sent: Request[] = [];
  const answer: typeof fetch = async (input) => {
    sent.push(input as Request);
    return Response.json({});
  };
  const client = createUptakeClient({ baseUrl: 'http://uptake.example', csrf: () => 'of-the-session', fetch: answer });
  await client.POST('/api/v1/auth/logout');
  await client.GET('/api/v1/auth/me');
  expect(sent.map((request) => request.headers.get('x-csrf-token'))).toEqual(['of-the-session', null]);
});
