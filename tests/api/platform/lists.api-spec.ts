import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

let api: TestApi;
let world: ReviewWorld;

beforeAll(async () => {
  api = await startTestApi();
  world = await ReviewWorld.open(api, 'river');
  const { admin, manager, owner, contributor } = world.people;
  const by = (person: typeof admin) => (path: string, body: object) =>
    world.as(person).post(path).send(body).expect(201);
  for (const n of [1, 2, 3]) {
    api.clock.advance({ minutes: 1 });
    await by(admin)('/teams', { name: `Team ${n}`, memberIds: [] });
    await by(admin)('/invitations', { email: `invited${n}@example.org`, roles: ['leader'] });
    await by(manager)('/parties', { name: `Party ${n}` });
    await by(manager)('/issues', { text: `Issue ${n}` });
    await by(manager)('/interests', { text: `Interest ${n}` });
    await api
      .as(admin)
      .post('/auth/tokens')
      .send({ name: `Token ${n}` })
      .expect(201);
    await api
      .as(admin)
      .post('/workspaces')
      .send({ slug: `more-${n}`, name: `More ${n}` })
      .expect(201);
    await world
      .as(manager)
      .post('/briefs')
      .send({ text: `Brief ${n}\n\nRECOMMENDATIONS\n\n- Do ${n} things.\n` })
      .expect(202);
    const id = await world.recommendation({ title: `Recommendation ${n}` });
    await world.task(id, { title: `Task ${n}` });
    await world.submit(`/recommendations/${id}`, {}, owner);
    await world
      .as(contributor)
      .post('/evidence')
      .send({ itemId: id, title: 'Minutes', url: 'https://example.org/minutes' })
      .expect(201);
  }
});
afterAll(() => api?.stop());

/** Every list of the document that is paged, with what its path needs. */
const lists = async (): Promise<string[]> => {
  const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
    paths: Record<string, { get?: { parameters?: { name: string }[] } }>;
  };
  const { body: of } = await world.as(world.people.admin).get('/recommendations?limit=1').expect(200);
  const { body: task } = await world.as(world.people.admin).get('/tasks?limit=1').expect(200);
  const paths = Object.entries(document.paths).filter(([, { get }]) =>
    get?.parameters?.some(({ name }) => name === 'cursor'),
  );
  return paths.map(([path]) => {
    const id = path.includes('/tasks/') ? task.items[0].id : of.items[0].id;
    const filled = path.replace('/api/v1', '').replace('{w}', 'river').replace('{id}', id);
    return filled.endsWith('/evidence') ? `${filled}?item=${id}` : filled;
  });
};
const ask = (path: string, query: string) =>
  api.as(world.people.admin).get(`${path}${path.includes('?') ? '&' : '?'}${query}`);

describe('every list', () => {
  it('is one of those that are known to be there', async () => {
    const found = await lists();
    for (const path of ['/workspaces', '/auth/tokens', '/notifications']) expect(found).toContain(path);
    const names = [
      'members',
      'teams',
      'invitations',
      'briefs',
      'issues',
      'interests',
      'parties',
      'recommendations',
      'tasks',
      'approvals',
      'audit',
    ];
    for (const name of names) expect(found).toContain(`/workspaces/river/${name}`);
  });

  it('takes limit, cursor, count and updatedSince, and is walked by its cursor without a gap or a double', async () => {
    for (const path of await lists()) {
      const { body: counted } = await ask(path, 'limit=200&count=true').expect(200);
      expect([path, counted.total]).toEqual([path, counted.items.length]);
      expect((await ask(path, 'limit=200').expect(200)).body).not.toHaveProperty('total');
      const walked: unknown[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body }: { body: { items: unknown[]; nextCursor: string | null } } = await ask(
          path,
          `limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        ).expect(200);
        expect(body.items.length).toBeLessThanOrEqual(2);
        walked.push(...body.items);
        cursor = body.nextCursor;
      }
      expect([path, walked]).toEqual([path, counted.items]);
      expect([path, (await ask(path, 'updatedSince=2100-01-01T00:00:00.000Z&count=true').expect(200)).body]).toEqual([
        path,
        expect.objectContaining({ items: [], total: 0, nextCursor: null }),
      ]);
    }
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=many',
    'cursor=nonsense',
    'sort=nothing',
    'sort=;',
    'updatedSince=yesterday',
    'nosuch=1',
  ])('refuses %s, naming it', async (query) => {
    for (const path of await lists()) {
      const { status, body } = await ask(path, query);
      expect([path, status, body.code, body.errors?.[0]?.path]).toEqual([
        path,
        422,
        'invalid_input',
        query.split('=')[0],
      ]);
    }
  });
});

it('says of people and teams what changed since', async () => {
  const { admin, reviewer } = world.people;
  const { body: before } = await world.as(admin).get('/members').expect(200);
  const { body: team } = await world.as(admin).post('/teams').send({ name: 'Changing', memberIds: [] }).expect(201);
  api.clock.advance({ days: 1 });
  const since = api.clock.now().toISOString();
  const { version } = before.items.find((member: { id: string }) => member.id === reviewer.memberId);
  await world
    .as(admin)
    .patch(`/members/${reviewer.memberId}`)
    .send({ version, roles: ['reviewer', 'leader'] })
    .expect(200);
  await world
    .as(admin)
    .patch(`/teams/${team.id}`)
    .send({ version: team.version, memberIds: [reviewer.memberId] })
    .expect(200);
  await api.as(admin).patch('/workspaces/river').send({ version: 1, name: 'River basin' }).expect(200);
  const names = async (path: string) =>
    (await api.as(admin).get(`${path}?updatedSince=${since}`).expect(200)).body.items.map(
      ({ name }: { name: string }) => name,
    );
  expect(await names('/workspaces/river/members')).toEqual(['rana']);
  expect(await names('/workspaces/river/teams')).toEqual(['Changing']);
  expect(await names('/workspaces')).toEqual(['River basin']);
});

it('reads a PATCH that says it is a merge patch, and confirms a brief without a body', async () => {
  const { manager } = world.people;
  const { body: party } = await world.as(manager).post('/parties').send({ name: 'Ministry' }).expect(201);
  const sent = world.as(manager).patch(`/parties/${party.id}`).set('content-type', 'application/merge-patch+json');
  expect(
    (await sent.send(JSON.stringify({ version: party.version, name: 'Ministry of Water' })).expect(200)).body.name,
  ).toBe('Ministry of Water');
  const broken = await world
    .as(manager)
    .patch(`/parties/${party.id}`)
    .set('content-type', 'application/merge-patch+json')
    .send('{"version":')
    .expect(400);
  expect(broken.body.code).toBe('malformed_request');
  const { body: brief } = await world
    .as(manager)
    .post('/briefs')
    .send({ text: 'A brief\n\nRECOMMENDATIONS\n\n- Do this.\n- Do that.\n' })
    .expect(202);
  expect((await world.as(manager).post(`/briefs/${brief.id}/confirm`).expect(200)).body).toMatchObject({
    recommendations: [{}, {}],
    issues: [],
    interests: [],
  });
});
