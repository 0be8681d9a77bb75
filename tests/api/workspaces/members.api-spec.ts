import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('members', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let first: Person;
  let second: Person;
  let reviewer: Person;
  let round = 0;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    here = await api.world.workspace(`here-${(round += 1)}`);
    first = await api.world.person(here, 'amal', 'admin');
    second = await api.world.person(here, 'karim', 'admin', 'manager');
    reviewer = await api.world.person(here, 'sara', 'reviewer');
  });

  const change = (who: Person, whom: Person, body: object) =>
    api.as(who).patch(`/workspaces/${here.slug}/members/${whom.memberId}`).send(body);
  const listed = async (): Promise<Array<Record<string, unknown>>> =>
    (await api.as(first).get(`/workspaces/${here.slug}/members`).expect(200)).body.items;

  it('are seen by each other, with their teams', async () => {
    const team = await api
      .as(first)
      .post(`/workspaces/${here.slug}/teams`)
      .send({ name: 'Elections', memberIds: [reviewer.memberId] })
      .expect(201);
    const members = (await api.as(reviewer).get(`/workspaces/${here.slug}/members`).expect(200)).body.items;
    expect(members.map((m: { name: string }) => m.name)).toEqual(['amal', 'karim', 'sara']);
    expect(members[2]).toEqual({
      id: reviewer.memberId,
      name: 'sara',
      email: reviewer.email,
      roles: ['reviewer'],
      active: true,
      teams: [{ id: team.body.id, name: 'Elections' }],
      version: 1,
      joinedAt: expect.any(String),
      abilities: { change: { reason: 'not_your_role' } },
    });
  });

  it('get other roles from an administrator, from their next request on', async () => {
    await api.as(reviewer).get(`/workspaces/${here.slug}/invitations`).expect(403);
    const changed = await change(first, reviewer, { version: 1, roles: ['manager', 'reviewer', 'manager'] }).expect(
      200,
    );
    expect(changed.body).toMatchObject({ roles: ['manager', 'reviewer'], version: 2 });
    await api.as(reviewer).get(`/workspaces/${here.slug}/invitations`).expect(200);
    expect((await change(reviewer, first, { version: 1, roles: ['leader'] }).expect(403)).body.grantedBy).toEqual([
      'admin',
    ]);
  });

  it('are out from their next request on when deactivated, stay named, and come back as they were', async () => {
    await change(first, reviewer, { version: 1, active: false }).expect(200);
    await api.as(reviewer).get(`/workspaces/${here.slug}`).expect(404);
    expect((await api.as(reviewer).get('/workspaces').expect(200)).body.items).toEqual([]);
    expect((await listed()).find((m) => m['id'] === reviewer.memberId)).toMatchObject({ active: false, name: 'sara' });
    await change(first, reviewer, { version: 2, active: true }).expect(200);
    await api.as(reviewer).get(`/workspaces/${here.slug}`).expect(200);
  });

  it('never lose their last administrator', async () => {
    await change(first, second, { version: 1, roles: ['manager'] }).expect(200);
    for (const body of [
      { version: 1, roles: ['manager'] },
      { version: 1, active: false },
    ]) {
      expect((await change(first, first, body).expect(409)).body.code).toBe('last_administrator');
    }
    await change(first, first, { version: 1, roles: ['leader', 'admin'] }).expect(200);
  });

  it('do not count a deactivated administrator as one', async () => {
    await change(first, second, { version: 1, active: false }).expect(200);
    expect((await change(first, first, { version: 1, active: false }).expect(409)).body.code).toBe(
      'last_administrator',
    );
  });

  it('keep exactly one administrator when two demote each other at once, over and over', async () => {
    for (let time = 0; time < 12; time += 1) {
      const [a, b] = await Promise.all([
        change(first, second, { version: 1, roles: ['manager'] }),
        change(second, first, { version: 1, active: false }),
      ]);
      const [won, lost] = [a.status, b.status].sort();
      expect(won).toBe(200);
      // whoever was deactivated before their own change began sees the workspace no more
      expect([403, 404]).toContain(lost);
      expect(
        await api.system
          .reader({ workspaceId: null, userId: null, memberId: null, sees: [] })
          .query(`SELECT id FROM member WHERE workspace_id = $1 AND 'admin' = ANY(roles) AND deactivated_at IS NULL`, [
            here.id,
          ]),
      ).toHaveLength(1);
      here = await api.world.workspace(`pair-${time}-${here.slug}`);
      first = await api.world.person(here, 'amal', 'admin');
      second = await api.world.person(here, 'karim', 'admin');
    }
  });

  it('show the loser of two changes at once the member as they stand', async () => {
    const answers = await Promise.all([
      change(first, reviewer, { version: 1, roles: ['leader'] }),
      change(second, reviewer, { version: 1, roles: ['contributor'] }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'version_conflict',
      current: { id: reviewer.memberId, version: 2 },
    });
  });

  it('leave a trace of each change, and none of a change that changes nothing', async () => {
    await change(first, reviewer, { version: 1, roles: ['leader'], active: false }).expect(200);
    await change(first, reviewer, { version: 2, active: false }).expect(200);
    const entries = await api.system
      .reader({ workspaceId: null, userId: null, memberId: null, sees: [] })
      .query(`SELECT actor_id, data FROM audit_entry WHERE workspace_id = $1 AND type = 'member.changed'`, [here.id]);
    expect(entries).toEqual([
      {
        actor_id: first.memberId,
        data: { roles: { from: ['reviewer'], to: ['leader'] }, active: { from: true, to: false } },
      },
    ]);
  });

  it('of other workspaces are not there', async () => {
    const stranger = await api.world.person(await api.world.workspace(`elsewhere-${round}`), 'omar', 'admin');
    await change(first, stranger, { version: 1, roles: ['leader'] }).expect(404);
    await change(stranger, first, { version: 1, roles: ['leader'] }).expect(404);
  });
});
