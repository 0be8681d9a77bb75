import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Submission } from '@uptake/contracts';
import type { Person } from '../../support/people.js';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('members who leave or lose a role', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let id: string;
  let count = 0;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    count += 1;
    world = await ReviewWorld.open(api, `river-${count}`);
    id = await world.recommendation();
  });

  const change = async (person: Person, to: Record<string, unknown>) => {
    const { body } = await world.as(world.people.admin).get('/members').expect(200);
    const { version } = body.items.find((member: { id: string }) => member.id === person.memberId);
    await world.as(world.people.admin).patch(`/members/${person.memberId}`).send({ version, ...to }).expect(200);
  };
  const stage = (submission: Submission, key: string) => submission.run.stages.find((candidate) => candidate.key === key);
  const look = async (submission: Submission): Promise<Submission> => (await world.as(world.people.owner).get(`/submissions/${submission.id}`).expect(200)).body;
  const journalled = async (type: string): Promise<Record<string, unknown>[]> => {
    const reader = api.system.reader({ workspaceId: world.here.id, userId: null, memberId: null, sees: [] });
    return (await reader.query<{ data: Record<string, unknown> }>(`SELECT e.data FROM outbox_event e WHERE e.workspace_id = $1 AND e.type = $2 ORDER BY e.id`, [world.here.id, type])).map(({ data }) => data);
  };

  it('are not asked any more, while the others still are', async () => {
    const submission = await world.submit(`/recommendations/${id}`);
    await change(world.people.reviewer, { active: false });
    const after = await look(submission);
    expect(stage(after, 'review')?.asked.map(({ member, state }) => [member.name, member.active, state]).sort()).toEqual([['rami', true, 'open'], ['rana', false, 'cancelled']]);
    expect(stage(after, 'review')?.state).toBe('open');
    expect(await journalled('approval-request.cancelled')).toEqual([expect.objectContaining({ reason: 'member_inactive', memberId: world.people.reviewer.memberId })]);
    await world.decideAs(world.people.secondReviewer, id, { verdict: 'approve' });
  });

  it('leave a stage that nobody can approve blocked, which is told and never passes', async () => {
    const submission = await world.submit(`/recommendations/${id}`);
    await change(world.people.reviewer, { active: false });
    await change(world.people.secondReviewer, { roles: ['leader'] });
    const after = await look(submission);
    expect(stage(after, 'review')?.state).toBe('blocked');
    expect(after).toMatchObject({ state: 'in_review', run: { state: 'active' } });
    expect(await journalled('stage.blocked')).toEqual([expect.objectContaining({ reason: 'quorum_out_of_reach', stageKey: 'review' })]);
    expect(await journalled('approval-request.cancelled')).toEqual([expect.objectContaining({ reason: 'member_inactive' }), expect.objectContaining({ reason: 'no_longer_eligible' })]);
    // the submitter still has a way out
    await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(200);
  });

  it('cannot decide with what they loaded before', async () => {
    await world.submit(`/recommendations/${id}`);
    const approval = await world.approvalOf(world.people.secondReviewer, id);
    await change(world.people.secondReviewer, { roles: ['leader'] });
    const refused = await world.decide(world.people.secondReviewer, approval, { verdict: 'approve' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'request_closed', current: { state: 'cancelled' } });
  });

  it('keep what they decided', async () => {
    const submission = await world.submit(`/recommendations/${id}`, { rating: 'limited' });
    await world.decideAs(world.people.reviewer, id, { verdict: 'approve' });
    await change(world.people.reviewer, { active: false });
    await world.decideAs(world.people.manager, id, { verdict: 'approve', verifiedRating: 'limited' });
    const after = await look(submission);
    expect(after.state).toBe('approved');
    expect(after.run.decisions[0]).toMatchObject({ actor: { name: 'rana', active: false }, verdict: 'approve', voided: false });
  });

  it('are taken off confidential items too, which whoever changes them cannot see', async () => {
    const { manager, reviewer, owner } = world.people;
    const hidden = await world.recommendation({ title: 'Names', visibility: 'confidential', namedMemberIds: [manager.memberId, reviewer.memberId] });
    const submission = await world.submit(`/recommendations/${hidden}`);
    await change(reviewer, { active: false });
    const after = (await world.as(owner).get(`/submissions/${submission.id}`).expect(200)).body;
    expect(stage(after, 'review')?.state).toBe('blocked');
    await world.as(world.people.admin).get(`/submissions/${submission.id}`).expect(404);
  });

  it('in the moment in which another asks them: they end up not asked, or asked and then taken off', async () => {
    for (let round = 0; round < 6; round += 1) {
      const race = await ReviewWorld.open(api, `race-${count}-${round}`);
      world = race;
      const item = await race.recommendation();
      const submission = await race.submit(`/recommendations/${item}`);
      const approval = await race.approvalOf(race.people.reviewer, item);
      const leaving = [race.people.manager, race.people.secondManager];
      const versions = (await race.as(race.people.admin).get('/members')).body.items as { id: string; version: number }[];
      await Promise.all([
        race.decide(race.people.reviewer, approval, { verdict: 'approve' }).expect(200),
        ...leaving.map((person) =>
          race.as(race.people.admin).patch(`/members/${person.memberId}`).send({ version: versions.find((member) => member.id === person.memberId)?.version, active: false }).expect(200),
        ),
      ]);
      const after = await look(submission);
      expect(stage(after, 'sign-off')?.state).toBe('blocked');
      expect(stage(after, 'sign-off')?.asked.filter(({ state }) => state === 'open')).toEqual([]);
    }
  });
});
