import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Submission } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { changedReview, publishInstead } from '../../support/publish-workflow.js';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('a stage that may be set aside', () => {
  let api: TestApi;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    const overridableBy = [{ role: 'admin' as const }, { role: 'manager' as const }];
    await publishInstead(api, world.here.id, changedReview('overridable-review', { review: { overridableBy } }));
  });
  afterAll(async () => {
    expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
    await api?.stop();
  });

  const handedIn = async (): Promise<Submission> => {
    const id = await world.recommendation();
    return world.submit(`/recommendations/${id}`, { rating: 'limited' });
  };
  const override = (by: Person, { id }: Submission, body: object = {}) =>
    world
      .as(by)
      .post(`/submissions/${id}/override`)
      .send({ stageKey: 'review', reason: 'Both are ill.', ...body });
  const stage = ({ run }: Submission, key: string) => run.stages.find((candidate) => candidate.key === key);
  const seenBy = async (person: Person, { id }: Submission): Promise<Submission> =>
    (await world.as(person).get(`/submissions/${id}`).expect(200)).body;

  it('invariant 16: goes on to the next, with a reason on the record and no approval counted', async () => {
    const { admin, manager, reviewer, leader } = world.people;
    const submission = await handedIn();
    expect((await seenBy(admin, submission)).abilities['override']).toBe(true);
    expect(stage(await seenBy(admin, submission), 'review')?.overridable).toBe(true);
    expect((await seenBy(reviewer, submission)).abilities['override']).toEqual({ reason: 'may_not_override' });
    const { body } = await override(admin, submission).expect(200);
    expect(stage(body, 'review')).toMatchObject({
      state: 'overridden',
      approvals: 0,
      overridable: false,
      override: { actor: { name: 'amal' }, reason: 'Both are ill.', at: api.clock.now().toISOString() },
    });
    expect(stage(body, 'sign-off')?.state).toBe('open');
    expect(body.run.overrides).toMatchObject([
      { stageKey: 'review', round: 1, actor: { name: 'amal' }, voided: false },
    ]);
    await world.decideAs(manager, submission.item.id, { verdict: 'approve', verifiedRating: 'limited' });
    const done = await seenBy(leader, submission);
    expect([done.state, done.run.decisions.length]).toEqual(['approved', 1]);
    const journalled = await api.system.reader(systemContext(world.here.id)).query(
      `SELECT e.actor_id, p.data AS words FROM audit_entry e JOIN audit_personal p ON p.workspace_id = e.workspace_id AND p.entry_id = e.id
         WHERE e.workspace_id = $1 AND e.type = 'stage.overridden' AND e.item_id = $2`,
      [world.here.id, submission.item.id],
    );
    expect(journalled).toEqual([{ actor_id: admin.memberId, words: { reason: 'Both are ill.' } }]);
  });

  it('stays in the history after the review went back, and counts no more', async () => {
    const { admin, manager } = world.people;
    const submission = await handedIn();
    await override(admin, submission).expect(200);
    await world.decideAs(manager, submission.item.id, { verdict: 'request_changes', reason: 'More.' });
    const { run } = await seenBy(admin, submission);
    expect(run.overrides).toMatchObject([{ reason: 'Both are ill.', voided: true }]);
  });

  it('is refused without a reason, to others, and where nothing may be set aside', async () => {
    const { admin, reviewer, owner, manager } = world.people;
    const submission = await handedIn();
    expect((await override(admin, submission, { reason: ' ' }).expect(422)).body.errors[0].path).toBe('reason');
    expect((await override(reviewer, submission).expect(403)).body.detail).toBe('may_not_override');
    expect((await override(owner, submission).expect(403)).body.detail).toBe('is_submitter');
    expect((await override(admin, submission, { stageKey: 'sign-off' }).expect(409)).body.code).toBe('request_closed');
    await world.decideAs(reviewer, submission.item.id, { verdict: 'approve' });
    expect((await override(admin, submission, { stageKey: 'sign-off' }).expect(409)).body.code).toBe('invalid_state');
    await world.decideAs(manager, submission.item.id, { verdict: 'reject', reason: 'No.' });
    expect((await override(admin, submission).expect(409)).body.code).toBe('run_not_active');
  });

  it('invariant 3: leaves whoever set it aside out of the stages apart from it', async () => {
    const { manager } = world.people;
    const submission = await handedIn();
    const { body } = await override(manager, submission).expect(200);
    expect(stage(body, 'sign-off')?.asked.map(({ member }) => member.name)).toEqual(['musa']);
  });

  it('invariant 11: set aside and decided at once: one of them closes it', async () => {
    const { admin, reviewer } = world.people;
    for (let round = 0; round < 6; round += 1) {
      const submission = await handedIn();
      const approval = await world.approvalOf(reviewer, submission.item.id);
      const [set, decided] = await Promise.all([
        override(admin, submission),
        world.decide(reviewer, approval, { verdict: 'approve' }),
      ]);
      expect([set?.status, decided?.status].sort()).toEqual([200, 409]);
      const state = stage(await seenBy(admin, submission), 'review')?.state;
      expect(state).toBe(set?.status === 200 ? 'overridden' : 'approved');
    }
  });

  it('is kept as it was written by the database itself', async () => {
    const attempt = (sql: string) =>
      api.system.transaction(systemContext(world.here.id), (tx) => tx.query(sql, [world.here.id]));
    await expect(attempt(`UPDATE stage_override SET reason = 'x' WHERE workspace_id = $1`)).rejects.toMatchObject({
      code: '23514',
    });
    await expect(attempt(`DELETE FROM stage_override WHERE workspace_id = $1`)).rejects.toMatchObject({
      code: '23514',
    });
  });
});
