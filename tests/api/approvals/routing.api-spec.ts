import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval, StageProgress, Submission } from '@uptake/contracts';
import { compareRollups, systemContext } from '@uptake/persistence';
import { joinedReview, judgeBy } from '../../support/joined-review.js';
import { ReviewWorld, update } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const statesOf = (run: { stages: readonly StageProgress[] }) =>
  Object.fromEntries(run.stages.map((stage) => [stage.key, stage.state]));

/** Stages that open together, rules that lead past stages, and revisions that void what watches them; through HTTP on PostgreSQL. */
describe('a review with a group, a route and a gate', () => {
  let api: TestApi;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    await judgeBy(world, joinedReview());
  });
  afterAll(() => api?.stop());

  const shown = async (id: string): Promise<Submission> =>
    (await world.as(world.people.owner).get(`/submissions/${id}`).expect(200)).body;
  const handedIn = async (changes: Record<string, unknown> = {}) => {
    const id = await world.recommendation();
    return { id, submission: await world.submit(`/recommendations/${id}`, { progress: 80, ...changes }) };
  };
  const approve = { verdict: 'approve' };

  it('asks both at once, joins when both stand, and goes before the board', async () => {
    const { id, submission } = await handedIn();
    expect(statesOf(submission.run)).toEqual({
      revise: 'approved',
      words: 'open',
      figures: 'open',
      wait: 'waiting',
      board: 'waiting',
      done: 'waiting',
    });
    expect(submission.run.stages.find(({ key }) => key === 'board')?.couldDecide.map(({ name }) => name)).toEqual([
      'lina',
    ]);
    await world.decideAs(world.people.reviewer, id, approve);
    expect(statesOf((await shown(submission.id)).run)).toMatchObject({
      words: 'approved',
      figures: 'open',
      wait: 'waiting',
    });
    await world.decideAs(world.people.manager, id, approve);
    expect(statesOf((await shown(submission.id)).run)).toMatchObject({ wait: 'approved', board: 'open' });
    await world.decideAs(world.people.leader, id, approve);
    expect((await shown(submission.id)).state).toBe('approved');
  });

  it('is led past what a rule skips, and shows the rule that held', async () => {
    const { id, submission } = await handedIn({ progress: 20 });
    expect(submission.run.stages.find(({ key }) => key === 'board')).toMatchObject({
      isPassedOver: true,
      couldDecide: [],
    });
    await world.decideAs(world.people.reviewer, id, approve);
    await world.decideAs(world.people.manager, id, approve);
    const { state, run } = await shown(submission.id);
    expect(state).toBe('approved');
    const rule = { fromStageKey: 'figures', when: 'submission.progress < 50', to: 'done' };
    expect(run.stages.filter(({ skippedBy }) => skippedBy !== null)).toMatchObject([
      { key: 'wait', state: 'skipped', skippedBy: rule },
      { key: 'board', state: 'skipped', skippedBy: rule },
    ]);
  });

  it('invariant 17: two who decide at once join the group once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { id, submission } = await handedIn();
      const [words, figures] = [
        await world.approvalOf(world.people.reviewer, id),
        await world.approvalOf(world.people.manager, id),
      ];
      const answers = await Promise.all([
        world.decide(world.people.reviewer, words, approve),
        world.decide(world.people.manager, figures, approve),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(statesOf((await shown(submission.id)).run)).toMatchObject({
        words: 'approved',
        figures: 'approved',
        board: 'open',
      });
      const opened = await api.system
        .reader(systemContext(world.here.id))
        .query(
          `SELECT e.id FROM audit_entry e WHERE e.workspace_id = $1 AND e.item_id = $2 AND e.type = 'stage.opened' AND e.data->>'stageKey' = 'board'`,
          [world.here.id, id],
        );
      expect(opened).toHaveLength(1);
    }
  }, 60_000);

  it('a request for changes on one side takes the question back on the other', async () => {
    const { id, submission } = await handedIn();
    const beside = await world.approvalOf(world.people.manager, id);
    await world.decideAs(world.people.reviewer, id, { verdict: 'request_changes', reason: 'Say where.' });
    expect(await shown(submission.id)).toMatchObject({ state: 'changes_requested' });
    const late = await world.decide(world.people.manager, beside, approve);
    expect([late.status, late.body.code]).toEqual([409, 'request_closed']);
    const again = await world.submit(`/recommendations/${id}`, { narrative: 'Three are open.', progress: 80 });
    expect(statesOf(again.run)).toMatchObject({ words: 'open', figures: 'open' });
  });

  it('invariant 23: a revision over the review voids what watches it, and lets the other side go on', async () => {
    const { id, submission: first } = await handedIn();
    await world.decideAs(world.people.reviewer, id, approve);
    const figures = await world.approvalOf(world.people.manager, id);
    const revised = await world.submit(`/recommendations/${id}`, {
      narrative: 'Three are open, and one is planned.',
      progress: 80,
      revises: first.id,
    });
    expect(statesOf(revised.run)).toMatchObject({ words: 'open', figures: 'open' });
    expect(revised.run.decisions).toMatchObject([{ stageKey: 'words', revision: 1, voided: true }]);

    const anew: Approval = await world.approvalOf(world.people.reviewer, id);
    expect(anew.lastSeenByMe).toMatchObject({ revision: 1, submission: { narrative: 'Two offices are open.' } });
    const goesOn = await world.approvalOf(world.people.manager, id);
    expect(goesOn).toMatchObject({ id: figures.id, revision: 2 });
    const stale = await world.decide(world.people.manager, figures, approve);
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_submission']);
    await world.decideAs(world.people.manager, id, approve);

    const third = await world.submit(`/recommendations/${id}`, {
      narrative: 'Three are open, and two are planned.',
      progress: 80,
      revises: revised.id,
    });
    expect(statesOf(third.run)).toMatchObject({ words: 'open', figures: 'approved', board: 'waiting' });
    await world.decideAs(world.people.reviewer, id, approve);
    await world.decideAs(world.people.leader, id, approve);
    const { state, run } = await shown(third.id);
    expect(state).toBe('approved');
    expect(run.decisions.map(({ stageKey, revision, voided }) => [stageKey, revision, voided])).toEqual([
      ['words', 1, true],
      ['figures', 2, false],
      ['words', 3, false],
      ['board', 3, false],
    ]);
  });

  it('a revision names the one whose place it takes, or is refused', async () => {
    const { id, submission } = await handedIn();
    const send = (changes: Record<string, unknown>) =>
      world
        .as(world.people.owner)
        .post(`/recommendations/${id}/submissions`)
        .send(update({ progress: 80, ...changes }));
    const blind = await send({ narrative: 'Another.' });
    expect([blind.status, blind.body.code]).toEqual([409, 'submission_under_way']);
    const second = await send({ narrative: 'Another.', revises: submission.id });
    expect(second.status).toBe(201);
    const stale = await send({ narrative: 'Yet another.', revises: submission.id });
    expect([stale.status, stale.body.code, stale.body.current.id]).toEqual([
      409,
      'submission_under_way',
      second.body.id,
    ]);
    await world.as(world.people.owner).post(`/submissions/${second.body.id}/withdraw`).send({}).expect(200);
    const late = await send({ narrative: 'Too late.', revises: second.body.id });
    expect([late.status, late.body.code]).toEqual([409, 'run_not_active']);
  });

  it('left nothing that breaks an invariant, and no figure that a recount would not give', async () => {
    const reader = api.system.reader(systemContext(world.here.id));
    expect(await brokenInvariants(reader)).toEqual([]);
    expect(await compareRollups(reader)).toEqual([]);
  });
});
