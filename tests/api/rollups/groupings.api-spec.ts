import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rollupGroupings } from '@uptake/contracts';
import { type TestApi, startTestApi } from '../../support/test-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it.each(rollupGroupings)('counts recommendations by %s, those without one too', async (groupBy) => {
  const workspace = await api.world.workspace(`by-${groupBy}`);
  const manager = await api.world.person(workspace, 'manager', 'manager');
  await api
    .as(manager)
    .post(`/workspaces/${workspace.slug}/recommendations`)
    .send({ title: 'Publish the accounts', text: 'Publish the yearly accounts.' })
    .expect(201);
  const { body } = await api.as(manager).get(`/workspaces/${workspace.slug}/rollups?groupBy=${groupBy}`).expect(200);
  expect(body).toMatchObject({ groups: [{ total: 1, open: 1, closed: 0, byRating: { unrated: 1 } }], hidden: 0 });
});
