import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('workspaces', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let admin: Person;
  let leader: Person;

  beforeAll(async () => {
    api = await startTestApi();
    here = await api.world.workspace('here');
    admin = await api.world.person(here, 'amal', 'admin');
    leader = await api.world.person(here, 'karim', 'leader');
  });
  afterAll(() => api?.stop());

  const everywhere = { workspaceId: null, userId: null, memberId: null, sees: [] } as const;

  it('are made by whoever is signed in, who administers them from then on', async () => {
    const made = await api
      .as(leader)
      .post('/workspaces')
      .send({ slug: 'elections', name: 'Elections', timeZone: 'Asia/Baghdad', language: 'ar' })
      .expect(201);
    expect(made.body).toMatchObject({
      slug: 'elections',
      name: 'Elections',
      timeZone: 'Asia/Baghdad',
      language: 'ar',
      version: 1,
      workingDays: [1, 2, 3, 4, 5],
      holidays: [],
      abilities: { change: true, invite: true },
    });
    const members = (await api.as(leader).get('/workspaces/elections/members').expect(200)).body.items;
    expect(members).toEqual([
      expect.objectContaining({ name: 'karim', email: leader.email, roles: ['admin'], active: true }),
    ]);
    expect(
      (await api.as(leader).get('/workspaces').expect(200)).body.items.map(
        (w: { slug: string; abilities: { change: unknown } }) => [w.slug, w.abilities.change],
      ),
    ).toEqual([
      ['elections', true],
      ['here', { reason: 'not_your_role' }],
    ]);
    expect((await api.as(admin).get('/workspaces')).body.items.map((w: { slug: string }) => w.slug)).toEqual(['here']);
    await api.as(admin).get('/workspaces/elections').expect(404);
    const types = await api.system
      .reader(everywhere)
      .query<{ type: string }>(`SELECT type FROM audit_entry WHERE workspace_id = $1 ORDER BY type`, [made.body.id]);
    expect(types.map((row) => row.type)).toEqual(
      expect.arrayContaining(['member.joined', 'workflow.published', 'workspace.created']),
    );
  });

  it('have an address of their own, also when it is asked for twice at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => api.as(admin).post('/workspaces').send({ slug: 'vetting', name: 'Vetting' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('already_exists');
  });

  it('are made once for one idempotency key', async () => {
    const make = () =>
      api.as(admin).post('/workspaces').set('idempotency-key', 'w1').send({ slug: 'once', name: 'Once' });
    const answers = await Promise.all([make(), make(), make()]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  });

  it('refuse an address that is no slug', async () => {
    for (const slug of ['Elections', '-x', 'x-', 'a b', ''])
      await api.as(admin).post('/workspaces').send({ slug, name: 'X' }).expect(422);
  });

  it('are changed by their administrators, one of two at once', async () => {
    const { body: before } = await api.as(admin).get('/workspaces/here').expect(200);
    const change = (name: string) =>
      api
        .as(admin)
        .patch('/workspaces/here')
        .send({ version: before.version, name, workingDays: [7, 1, 2, 3, 4], holidays: ['2026-03-21', '2026-03-21'] });
    const answers = await Promise.all([change('Here'), change('There')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const winner = answers.find((answer) => answer.status === 200)?.body;
    expect(winner).toMatchObject({
      version: before.version + 1,
      workingDays: [1, 2, 3, 4, 7],
      holidays: ['2026-03-21'],
    });
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'version_conflict',
      current: { name: winner.name, version: winner.version },
    });
    const refused = await api
      .as(leader)
      .patch('/workspaces/here')
      .send({ version: winner.version, name: 'Mine' })
      .expect(403);
    expect(refused.body).toMatchObject({ code: 'forbidden', grantedBy: ['admin'] });
  });

  it('refuse a week without a working day: no deadline could be counted in it', async () => {
    const { body: before } = await api.as(admin).get('/workspaces/here').expect(200);
    const refused = await api
      .as(admin)
      .patch('/workspaces/here')
      .send({ version: before.version, workingDays: [] })
      .expect(422);
    expect(refused.body.errors).toMatchObject([{ path: 'workingDays' }]);
  });
});
