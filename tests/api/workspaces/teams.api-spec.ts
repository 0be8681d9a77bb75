import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('teams', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let admin: Person;
  let contributor: Person;
  let stranger: Person;

  beforeAll(async () => {
    api = await startTestApi();
    here = await api.world.workspace('here');
    admin = await api.world.person(here, 'amal', 'admin');
    contributor = await api.world.person(here, 'karim', 'contributor');
    stranger = await api.world.person(await api.world.workspace('elsewhere'), 'sara', 'admin');
  });
  afterAll(() => api?.stop());

  const teams = (path = '') => `/workspaces/${here.slug}/teams${path}`;

  it('lets an administrator make one, and shows it to members', async () => {
    const made = await api
      .as(admin)
      .post(teams())
      .send({ name: 'Elections', memberIds: [contributor.memberId] })
      .expect(201);
    expect(made.body).toMatchObject({
      name: 'Elections',
      version: 1,
      members: [{ id: contributor.memberId, name: 'karim', active: true }],
      abilities: { change: true },
    });
    const listed = await api.as(contributor).get(teams()).expect(200);
    expect(listed.body.items).toEqual([{ ...made.body, abilities: { change: { reason: 'not_your_role' } } }]);
  });

  it('refuses a contributor, naming who can grant it', async () => {
    const refused = await api.as(contributor).post(teams()).send({ name: 'Mine' }).expect(403);
    expect(refused.body).toMatchObject({ code: 'forbidden', grantedBy: ['admin'], status: 403 });
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  it('is not there for people of another workspace, nor for nobody', async () => {
    expect((await api.as(stranger).get(teams()).expect(404)).body.code).toBe('not_found');
    expect((await api.as(null).get(teams()).expect(401)).body.code).toBe('unauthenticated');
  });

  it('names unknown and read-only fields', async () => {
    const refused = await api.as(admin).post(teams()).send({ name: 'X', workspaceId: here.id }).expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'workspaceId', code: 'unknown_field' })]);
  });

  it('cannot take a member of another workspace', async () => {
    await api
      .as(admin)
      .post(teams())
      .send({ name: 'Mixed', memberIds: [stranger.memberId] })
      .expect(404);
    expect((await api.as(admin).get(teams())).body.items.map((t: { name: string }) => t.name)).not.toContain('Mixed');
  });

  it('lets one of two changes at once through and shows the loser the team as it stands', async () => {
    const { body: team } = await api.as(admin).post(teams()).send({ name: 'Vetting' }).expect(201);
    const answers = await Promise.all(
      ['A', 'B'].map((name) =>
        api
          .as(admin)
          .patch(teams(`/${team.id}`))
          .send({ version: 1, name: `Vetting ${name}` }),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    const loser = answers.find((a) => a.status === 409);
    expect(loser?.body).toMatchObject({ code: 'version_conflict', current: { version: 2 } });
  });

  it('gives one effect and one answer to one idempotency key, raced fifty times', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        api.as(admin).post(teams()).set('idempotency-key', 'key-1').send({ name: 'Once' }),
      ),
    );
    expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const other = await api.as(admin).post(teams()).set('idempotency-key', 'key-1').send({ name: 'Twice' }).expect(422);
    expect(other.body.code).toBe('idempotency_mismatch');
  });

  it('writes one audit row and one outbox event for each change', async () => {
    const count = (table: string) =>
      api.system
        .reader({ workspaceId: here.id, userId: null, memberId: null, sees: [] })
        .one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE type = 'team.created'`);
    const { body } = await api.as(admin).get(teams());
    expect(await count('audit_entry')).toEqual({ n: body.items.length });
    expect(await count('outbox_event')).toEqual({ n: body.items.length });
  });
});
