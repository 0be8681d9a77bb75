import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Notification, StageDeadline } from '@uptake/contracts';
import { calendarDay } from '@uptake/domain';
import { systemContext } from '@uptake/persistence';
import type { RunningWorker } from '@uptake/worker';
import type { Person } from '../support/people.js';
import { ReviewWorld } from '../support/review-world.js';
import { brokenInvariants } from '../support/run-invariants.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';
import { publishReview } from '../support/timed-review.js';

const deadline: StageDeadline = { workingDays: 4, remindAfter: [1], onTimeout: 'escalate' };

describe('time in a review', () => {
  let api: TestApi;
  let workers: RunningWorker[];
  let world: ReviewWorld;
  let count = 0;

  beforeAll(async () => {
    api = await startTestApi();
    // two workers, which race for every timer
    workers = [await startTestWorker(api), await startTestWorker(api)];
  });
  beforeEach(async () => {
    // each begins on a Monday, four working days before the next day off
    while (api.clock.now().getUTCDay() !== 1) api.clock.advance({ days: 1 });
    count += 1;
    world = await ReviewWorld.open(api, `river-${count}`);
  });
  afterAll(async () => {
    for (const worker of workers ?? []) await worker.stop();
    await api?.stop();
  });

  const reader = () => api.system.reader(systemContext(world.here.id));
  const settled = () => Promise.all(workers.map((worker) => worker.settled()));
  const pass = async (days: number) => {
    api.clock.advance({ days });
    await settled();
  };
  const timers = async () =>
    (
      await reader().query<{ kind: string; state: string }>(
        `SELECT t.kind, t.state FROM timer t WHERE t.workspace_id = $1 ORDER BY t.position`,
        [world.here.id],
      )
    ).map(({ kind, state }) => `${kind}: ${state}`);
  const happened = async (type: string): Promise<Record<string, unknown>[]> =>
    (
      await reader().query<{ data: Record<string, unknown> }>(
        `SELECT e.data FROM audit_entry e WHERE e.workspace_id = $1 AND e.type = $2 ORDER BY e.at, e.id`,
        [world.here.id, type],
      )
    ).map(({ data }) => data);
  const told = async (person: Person): Promise<string[]> => {
    const { items } = (await api.as(person).get('/notifications?limit=200').expect(200)).body as {
      items: Notification[];
    };
    return items.map(({ type, reason }) => `${type}: ${reason}`).reverse();
  };
  const mailed = async (person: Person): Promise<string[]> => {
    const rows = await reader().query<{ subject: string }>(
      `SELECT subject FROM mail_message WHERE workspace_id = $1 AND recipient = $2 ORDER BY created_at, id`,
      [world.here.id, person.email],
    );
    return rows.map(({ subject }) => subject);
  };
  const times = (lines: string[], line: string) => lines.filter((found) => found === line).length;

  it('reminds those who have not answered, once, however many workers there are (invariant 30)', async () => {
    await publishReview(api, world.here, { deadline, quorum: { kind: 'all' } });
    const item = await world.recommendation();
    await world.submit(`/recommendations/${item}`);
    await settled();
    await world.decideAs(world.people.reviewer, item, { verdict: 'approve' });
    await pass(1);
    await settled();
    expect(await happened('stage.reminded')).toMatchObject([
      { memberIds: [world.people.secondReviewer.memberId], step: 1, round: 1 },
    ]);
    expect(times(await told(world.people.secondReviewer), 'stage.reminded: decision_needed')).toBe(1);
    expect(times(await told(world.people.reviewer), 'stage.reminded: decision_needed')).toBe(0);
    expect((await mailed(world.people.secondReviewer)).filter((subject) => subject.startsWith('Still'))).toHaveLength(
      1,
    );
    expect(await timers()).toEqual(['reminder: fired', 'timeout: set']);
    await pass(1);
    expect(await happened('stage.reminded')).toHaveLength(1);
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('asks whom the ladder names, tells those it does not ask, and the review shows it', async () => {
    const escalations = [
      { afterWorkingDays: 2, to: [{ role: 'leader' as const }], asksThem: false },
      { afterWorkingDays: 3, to: [{ role: 'admin' as const }], asksThem: true },
    ];
    await publishReview(api, world.here, { deadline: { ...deadline, escalations } });
    const { admin, leader, reviewer } = world.people;
    const item = await world.recommendation();
    await world.submit(`/recommendations/${item}`);
    await pass(2);
    expect(await told(leader)).toEqual(['stage.escalated: escalation']);
    await pass(1);
    expect(times(await told(admin), 'approval-request.opened: decision_needed')).toBe(1);
    expect(times(await told(admin), 'stage.escalated: escalation')).toBe(0);
    const approval = await world.approvalOf(admin, item);
    const stage = approval.submission.run.stages.find(({ key }) => key === 'review');
    expect(stage).toMatchObject({ required: 1, escalatedAt: api.clock.now().toISOString() });
    expect(stage?.asked).toHaveLength(3);
    await world.decideAs(admin, item, { verdict: 'approve' });
    await pass(5);
    expect(times(await told(reviewer), 'stage.timed-out: decision_needed')).toBe(0);
    expect(await timers()).toEqual(['reminder: fired', 'escalation: fired', 'escalation: fired', 'timeout: cancelled']);
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('leaves a stage open that escalates, and says that its time is up (invariant 32)', async () => {
    await publishReview(api, world.here, { deadline });
    const { manager, reviewer } = world.people;
    const item = await world.recommendation();
    const { id } = await world.submit(`/recommendations/${item}`);
    await pass(6);
    expect((await world.as(manager).get(`/submissions/${id}`).expect(200)).body.state).toBe('in_review');
    expect(times(await told(manager), 'stage.timed-out: manager')).toBe(1);
    expect(times(await told(reviewer), 'stage.timed-out: decision_needed')).toBe(1);
    await world.decideAs(reviewer, item, { verdict: 'approve' });
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('ends a review that expires; the item goes on as after a rejection, its writer hears of it once', async () => {
    await publishReview(api, world.here, { deadline: { ...deadline, onTimeout: 'expire' } });
    const { contributor, reviewer, manager } = world.people;
    const task = await world.task(await world.recommendation());
    await world.as(contributor).post(`/tasks/${task.id}/status`).send({ status: 'in_progress' });
    const { id } = await world.submit(`/tasks/${task.id}`, {}, contributor);
    const approval = await world.approvalOf(reviewer, task.id);
    await pass(6);
    const submission = (await world.as(manager).get(`/submissions/${id}`).expect(200)).body;
    expect(submission).toMatchObject({ state: 'expired', run: { state: 'expired' } });
    const shown = (await world.as(reviewer).get(`/approvals/${approval.id}`).expect(200)).body;
    expect(shown).toMatchObject({ state: 'expired', abilities: { decide: { reason: 'run_ended' } } });
    const late = await world.decide(reviewer, approval, { verdict: 'approve' }).expect(409);
    expect(late.body.code).toBe('request_closed');
    expect((await world.as(manager).get(`/tasks/${task.id}`).expect(200)).body.status).toBe('in_progress');
    expect(times(await told(contributor), 'submission.expired: your_submission')).toBe(1);
    expect((await mailed(contributor)).at(-1)).toMatch(/^Nobody decided on .* in time/);
    await world.submit(`/tasks/${task.id}`, { narrative: 'Once more.' }, contributor);
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('rejects where the workflow says so, by nobody', async () => {
    await publishReview(api, world.here, { deadline: { ...deadline, onTimeout: 'reject' } });
    const item = await world.recommendation();
    const { id } = await world.submit(`/recommendations/${item}`);
    await pass(6);
    expect((await world.as(world.people.owner).get(`/submissions/${id}`).expect(200)).body.state).toBe('rejected');
    expect(await happened('submission.rejected')).toMatchObject([{ decisionId: null }]);
    expect(times(await told(world.people.owner), 'submission.rejected: your_submission')).toBe(1);
    expect(await brokenInvariants(reader())).toEqual([]);
  });

  it('does nothing for a stage that was left (invariant 31)', async () => {
    await publishReview(api, world.here, { deadline: { ...deadline, onTimeout: 'expire' } });
    const { owner, reviewer } = world.people;
    const item = await world.recommendation();
    const { id } = await world.submit(`/recommendations/${item}`);
    await world.decideAs(reviewer, item, { verdict: 'request_changes', reason: 'Say where.' });
    await pass(10);
    expect((await world.as(owner).get(`/submissions/${id}`).expect(200)).body.state).toBe('changes_requested');
    expect(await happened('stage.timed-out')).toEqual([]);
    expect(await timers()).toEqual(['reminder: cancelled', 'timeout: cancelled']);
  });

  it('passes over the days off of the workspace, and keeps to the day that was set when they change', async () => {
    await publishReview(api, world.here, { deadline });
    const { admin, reviewer } = world.people;
    const item = await world.recommendation();
    await world.submit(`/recommendations/${item}`);
    const dueAt = async () =>
      (await world.approvalOf(reviewer, item)).submission.run.stages.find(({ key }) => key === 'review')?.dueAt;
    const before = await dueAt();
    const { body: here } = await api.as(admin).get(`/workspaces/${world.here.slug}`).expect(200);
    await api
      .as(admin)
      .patch(`/workspaces/${world.here.slug}`)
      .send({ version: here.version, timeZone: 'Asia/Baghdad', workingDays: [1], holidays: [] })
      .expect(200);
    expect(await dueAt()).toBe(before);
    const other = await world.recommendation();
    await world.submit(`/recommendations/${other}`);
    const later = (await world.approvalOf(reviewer, other)).submission.run.stages.find(({ key }) => key === 'review');
    expect(calendarDay(new Date(later?.dueAt ?? 0), 'Asia/Baghdad')).toBe(
      calendarDay(new Date(api.clock.now().getTime() + 28 * 86_400_000), 'UTC'),
    );
    expect(Date.parse(later?.dueAt ?? '') - Date.parse(before ?? '')).toBeGreaterThan(14 * 86_400_000);
  });
});
