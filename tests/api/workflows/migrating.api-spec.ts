import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decide, Submit } from '@uptake/approvals';
import { SubmissionInput, type Workflow, type WorkflowMigration } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { ReviewWorld, update } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { WorkflowDesign } from '../../support/workflow-design.js';

const AT_ONCE = 16;

describe('carrying runs over to another version', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let design: WorkflowDesign;
  let workflow: Workflow;
  let slug = 0;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.stop());

  /** A workspace of its own for each: what is published judges all of it. */
  async function fresh(): Promise<void> {
    world = await ReviewWorld.open(api, `ground-${(slug += 1)}`);
    design = new WorkflowDesign(world);
    workflow = await design.named('update-review');
  }
  const migrate = (given: object, by: Person = world.people.admin) =>
    world
      .as(by)
      .post(`/workflows/${workflow.id}/migrations`)
      .send({ dryRun: true, reason: 'New rules', ...given });
  const versionOf = async (itemId: string): Promise<number> =>
    (await world.as(world.people.leader).get(`/recommendations/${itemId}/submissions`).expect(200)).body.items[0].run
      .workflow.version;
  const underReview = async (changes: object = {}): Promise<string> => {
    const id = await world.recommendation({ ...changes });
    await world.submit(`/recommendations/${id}`);
    return id;
  };
  const reader = () => api.system.reader(systemContext(world.here.id));

  it('says run by run what stays valid, changes nothing by it, and then does just that (27)', async () => {
    await fresh();
    const [asked, decided] = [await underReview(), await underReview()];
    await world.decideAs(world.people.reviewer, decided, { verdict: 'approve' });
    await design.publishChanged(workflow.id, 'review', { quorum: { kind: 'all' } });

    const { body: plan } = await migrate({ to: 2 }).expect(200);
    const { runs, ready, hidden } = plan as WorkflowMigration;
    expect({ ready, hidden }).toEqual({ ready: 1, hidden: 0 });
    const of = (itemId: string) => runs.find(({ item }) => item.id === itemId);
    expect(of(asked)).toMatchObject({ isReady: true, from: 1, askedAnew: ['review'], decisions: [], problems: [] });
    expect(of(decided)).toMatchObject({
      isReady: false,
      askedAnew: [],
      decisions: [{ stageKey: 'review', actor: { name: 'rana' }, verdict: 'approve', isValid: true, problems: [] }],
      problems: [{ code: 'quorum_not_met', stageKey: 'review' }],
    });
    expect([await versionOf(asked), await versionOf(decided)]).toEqual([1, 1]);

    // one that cannot be carried over holds all of them back
    const refused = await migrate({ to: 2, dryRun: false }).expect(409);
    expect(refused.body).toMatchObject({ code: 'invalid_state', current: { ready: 1, dryRun: false } });
    expect([await versionOf(asked), await versionOf(decided)]).toEqual([1, 1]);

    await migrate({ to: 2, dryRun: false, runIds: [of(asked)?.runId] }).expect(200);
    expect([await versionOf(asked), await versionOf(decided)]).toEqual([2, 1]);
    await world.decideAs(world.people.reviewer, asked, { verdict: 'approve' });
    await world.decideAs(world.people.secondReviewer, asked, { verdict: 'approve' });
    await world.decideAs(world.people.manager, asked, { verdict: 'approve' });
    await world.decideAs(world.people.manager, decided, { verdict: 'approve' });
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('is for administrators, by a reason, to a published version, of runs that are under way', async () => {
    await fresh();
    const id = await underReview();
    await design.publishChanged(workflow.id, 'review', { name: { en: 'First look' } });
    await migrate({ to: 2 }, world.people.manager).expect(403);
    await migrate({ to: 1 }).expect(409);
    await migrate({ to: 9 }).expect(404);
    expect((await migrate({ to: 2, dryRun: false, reason: undefined }).expect(422)).body.code).toBe('reason_required');
    expect((await migrate({ to: 2, reason: '' }).expect(422)).body.errors[0].path).toBe('reason');
    const { runs } = (await migrate({ to: 2 }).expect(200)).body as WorkflowMigration;
    const runIds = runs.map(({ runId }) => runId);
    await migrate({ to: 2, dryRun: false, runIds }).expect(200);
    expect((await migrate({ to: 2, dryRun: false, runIds }).expect(422)).body.errors[0]).toMatchObject({
      path: 'runIds',
      code: 'not_under_way',
    });
    expect(await versionOf(id)).toBe(2);
  });

  it('leaves what an administrator may not see as it is, and says how many that are', async () => {
    await fresh();
    const hidden = await world.recommendation();
    const recommendation = (await world.as(world.people.manager).get(`/recommendations/${hidden}`).expect(200)).body;
    await world
      .as(world.people.manager)
      .patch(`/recommendations/${hidden}`)
      .send({
        version: recommendation.version,
        visibility: 'confidential',
        namedMemberIds: [world.people.manager, world.people.secondManager, world.people.reviewer].map(
          ({ memberId }) => memberId,
        ),
      })
      .expect(200);
    await world.submit(`/recommendations/${hidden}`);
    await underReview();
    await design.publishChanged(workflow.id, 'review', { name: { en: 'First look' } });
    const { body } = await migrate({ to: 2, dryRun: false }).expect(200);
    expect(body).toMatchObject({ ready: 1, hidden: 1 });
    expect(JSON.stringify(body)).not.toContain(hidden);
    const left = await reader().query(
      `SELECT r.item_id FROM run r JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id WHERE r.workspace_id = $1 AND v.number = 1`,
      [world.here.id],
    );
    expect(left).toEqual([{ item_id: hidden }]);
  });

  it('writes the record where the new rules lead past what was open', async () => {
    await fresh();
    const id = await world.recommendation();
    await world.submit(`/recommendations/${id}`, { progress: 10 });
    await world.decideAs(world.people.reviewer, id, { verdict: 'approve' });
    const draft = await design.draft(workflow.id);
    const stages = draft.definition.stages.map((stage) => {
      const route = { routes: [{ when: 'submission.progress < 50', to: 'approved' }], otherwise: 'sign-off' };
      if (stage.key === 'review') return { ...stage, onward: route };
      return stage.key === 'sign-off' ? { ...stage, quorum: { kind: 'all' } } : stage;
    });
    const saved = await design.save(draft, { ...draft.definition, stages }).expect(200);
    await design.publish(saved.body).expect(200);
    await migrate({ to: 2, dryRun: false }).expect(200);
    const { body } = await world.as(world.people.leader).get(`/recommendations/${id}`).expect(200);
    expect(body).toMatchObject({ recordVersion: 1, lifecycle: 'open', waiting: false });
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('and a decision at once: one comes first, and the other finds what it left', async () => {
    await fresh();
    for (let round = 2; round < 6; round += 1) {
      const id = await underReview();
      const approval = await world.approvalOf(world.people.reviewer, id);
      const count = { kind: 'n', count: round % 2 === 0 ? 2 : 1 };
      await design.publishChanged(workflow.id, 'review', { quorum: count });
      const [moved, decided] = await Promise.all([
        migrate({ to: round, dryRun: false, from: round - 1 }),
        world.decide(world.people.reviewer, approval, { verdict: 'request_changes', reason: 'More.' }),
      ]);
      // the decision either closed the question before the rules changed, or was put anew by them
      expect([moved.status, [200, 409].includes(decided.status)]).toEqual([200, true]);
      expect(await brokenInvariants(reader())).toEqual([]);
      const runs = await world.as(world.people.leader).get(`/recommendations/${id}/submissions`).expect(200);
      await world.as(world.people.owner).post(`/submissions/${runs.body.items[0].id}/withdraw`).expect(200);
    }
  });

  it('1,000 runs go on under their version while another is published; 200 are carried over after a dry run', async () => {
    await fresh();
    const scopes = {
      owner: await api.scopeOf(world.people.owner, world.here.slug),
      reviewer: await api.scopeOf(world.people.reviewer, world.here.slug),
      second: await api.scopeOf(world.people.secondReviewer, world.here.slug),
      manager: await api.scopeOf(world.people.manager, world.here.slug),
    };
    const ids: string[] = [];
    await inBatches(
      Array.from({ length: 1_000 }, () => async () => {
        const id = await world.recommendation();
        await api.verb(Submit).execute(scopes.owner, 'recommendation', id, SubmissionInput.parse(update()));
        ids.push(id);
      }),
    );
    await design.publishChanged(workflow.id, 'review', { quorum: { kind: 'all' } });

    const { body: plan } = await migrate({ to: 2 }).expect(200);
    expect(plan).toMatchObject({ ready: 500, hidden: 0 });
    const runIds = (plan as WorkflowMigration).runs.slice(0, 200).map(({ runId }) => runId);
    const { body: done } = await migrate({ to: 2, dryRun: false, runIds }).expect(200);
    const moved = new Set((done as WorkflowMigration).runs.map(({ item }) => item.id));
    expect(moved.size).toBe(200);

    const decide = async (scope: (typeof scopes)[keyof typeof scopes], itemId: string, stage: string) => {
      const [asked] = await reader().query<{ id: string; hash: string }>(
        `SELECT q.id, s.hash FROM approval_request q JOIN stage_run t ON t.workspace_id = q.workspace_id AND t.id = q.stage_run_id
         JOIN submission s ON s.workspace_id = q.workspace_id AND s.id = q.submission_id
         WHERE q.workspace_id = $1 AND q.item_id = $2 AND q.member_id = $3 AND t.stage_key = $4 AND q.state = 'open'`,
        [world.here.id, itemId, scope.member.memberId, stage],
      );
      if (!asked) throw new Error(`Not asked about ${itemId}`);
      await api.verb(Decide).execute(scope, asked.id, { verdict: 'approve', submissionHash: asked.hash }, null);
    };
    await inBatches(
      ids.map((id) => async () => {
        await decide(scopes.reviewer, id, 'review');
        if (moved.has(id)) await decide(scopes.second, id, 'review');
        await decide(scopes.manager, id, 'sign-off');
      }),
    );
    const ended = await reader().query<{ number: number; state: string; n: number }>(
      `SELECT v.number, r.state, count(*)::int AS n FROM run r JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
       WHERE r.workspace_id = $1 GROUP BY 1, 2 ORDER BY 1`,
      [world.here.id],
    );
    expect(ended).toEqual([
      { number: 1, state: 'approved', n: 800 },
      { number: 2, state: 'approved', n: 200 },
    ]);
    expect(await brokenInvariants(reader())).toEqual([]);
  }, 240_000);

  async function inBatches(tasks: readonly (() => Promise<void>)[]): Promise<void> {
    for (let at = 0; at < tasks.length; at += AT_ONCE)
      await Promise.all(tasks.slice(at, at + AT_ONCE).map((task) => task()));
  }
});
