import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemGates } from '@uptake/contracts';
import { compareRollups, passableRuns, systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { joinedReview, judgeBy } from '../../support/joined-review.js';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('gates between items', () => {
  let api: TestApi;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    await judgeBy(world, joinedReview());
  });
  afterAll(() => api?.stop());

  const gates = (kind: 'tasks' | 'recommendations', id: string) => `/${kind}/${id}/gates`;
  const waitFor = (id: string, gate: object, by: Person = world.people.manager) =>
    world.as(by).post(gates('recommendations', id)).send(gate);
  const of = async (id: string, by: Person = world.people.manager): Promise<ItemGates> =>
    (await world.as(by).get(gates('recommendations', id)).expect(200)).body;
  const approve = { verdict: 'approve' };
  /** Handed in and approved by both sides of its group, so that it stands before its gate. */
  const atItsGate = async (id: string): Promise<string> => {
    const { id: submissionId } = await world.submit(`/recommendations/${id}`, { progress: 80 });
    await world.decideAs(world.people.reviewer, id, approve);
    await world.decideAs(world.people.manager, id, approve);
    return submissionId;
  };
  const stateOf = async (submissionId: string, key: string) => {
    const { body } = await world.as(world.people.owner).get(`/submissions/${submissionId}`).expect(200);
    return body.run.stages.find((stage: { key: string }) => stage.key === key)?.state;
  };

  it('invariant 29: nothing opens while what is waited for is not there, and opens with the decision that brings it', async () => {
    const [first, second] = [await world.recommendation(), await world.recommendation()];
    await waitFor(second, { kind: 'approved', itemId: first }).expect(201);
    const waiting = await atItsGate(second);
    expect([await stateOf(waiting, 'wait'), await stateOf(waiting, 'board')]).toEqual(['open', 'waiting']);
    expect((await of(second)).waitsFor).toMatchObject([{ kind: 'approved', item: { id: first }, isMet: false }]);
    expect((await of(first)).waitedForBy).toMatchObject([{ kind: 'approved', item: { id: second } }]);

    await atItsGate(first);
    expect(await stateOf(waiting, 'wait')).toBe('open');
    await world.decideAs(world.people.leader, first, approve);
    expect([await stateOf(waiting, 'wait'), await stateOf(waiting, 'board')]).toEqual(['approved', 'open']);
    expect((await of(second)).waitsFor).toMatchObject([{ isMet: true }]);
    expect((await world.approvalOf(world.people.leader, second)).state).toBe('open');
  });

  it('a task dropped lets go on what waited for its end', async () => {
    const id = await world.recommendation();
    const task = await world.task(id);
    await waitFor(id, { kind: 'closed', itemId: task.id }).expect(201);
    const waiting = await atItsGate(id);
    expect(await stateOf(waiting, 'wait')).toBe('open');
    await world
      .as(world.people.manager)
      .post(`/tasks/${task.id}/transition`)
      .send({ to: 'dropped', reason: 'Not needed.', version: task.version })
      .expect(200);
    expect(await stateOf(waiting, 'board')).toBe('open');
  });

  it('what waits no longer goes on at once', async () => {
    const [id, other] = [await world.recommendation(), await world.recommendation()];
    const { body } = await waitFor(id, { kind: 'approved', itemId: other }).expect(201);
    const waiting = await atItsGate(id);
    const gate = body.waitsFor[0].id;
    await world
      .as(world.people.reviewer)
      .delete(`${gates('recommendations', id)}/${gate}`)
      .expect(403);
    await world
      .as(world.people.manager)
      .delete(`${gates('recommendations', other)}/${gate}`)
      .expect(404);
    const left = await world
      .as(world.people.manager)
      .delete(`${gates('recommendations', id)}/${gate}`)
      .expect(200);
    expect(left.body.waitsFor).toEqual([]);
    expect(await stateOf(waiting, 'board')).toBe('open');
  });

  it('a day that has come is found by the sweep', async () => {
    const id = await world.recommendation();
    const today = api.clock.now().toISOString().slice(0, 10);
    const { body } = await waitFor(id, { kind: 'date', date: today, offsetDays: 2 }).expect(201);
    expect(body.waitsFor).toMatchObject([{ kind: 'date', date: today, offsetDays: 2, isMet: false, item: null }]);
    const waiting = await atItsGate(id);
    const run = (await world.as(world.people.owner).get(`/submissions/${waiting}`).expect(200)).body.run.id;
    const found = async (days: number) => {
      const at = new Date(api.clock.now().getTime() + days * 86_400_000);
      return (await passableRuns(api.system.reader(systemContext(world.here.id)), at, 100)).map(({ run_id }) => run_id);
    };
    expect(await found(1)).not.toContain(run);
    expect(await found(2)).toContain(run);
  });

  it('invariant 29: refuses a circle, named by references, also where two at once would close it', async () => {
    const [a, b, c] = [await world.recommendation(), await world.recommendation(), await world.recommendation()];
    await waitFor(a, { kind: 'approved', itemId: b }).expect(201);
    await waitFor(b, { kind: 'closed', itemId: c }).expect(201);
    const refused = await waitFor(c, { kind: 'approved', itemId: a });
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([
      422,
      'dependency_cycle',
      'itemId',
    ]);
    expect((await waitFor(a, { kind: 'approved', itemId: a })).body.code).toBe('dependency_cycle');
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = [await world.recommendation(), await world.recommendation()];
      const answers = await Promise.all([
        waitFor(one, { kind: 'approved', itemId: other }),
        waitFor(other, { kind: 'approved', itemId: one }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    }
  });

  it('refuses what is there already, what nobody may change and what makes no sense', async () => {
    const [id, other] = [await world.recommendation(), await world.recommendation()];
    await waitFor(id, { kind: 'approved', itemId: other }, world.people.reviewer).expect(403);
    await waitFor(id, { kind: 'approved', itemId: other }, world.people.owner).expect(201);
    expect((await waitFor(id, { kind: 'approved', itemId: other })).body.code).toBe('already_exists');
    const odd = await waitFor(id, { kind: 'date', date: '2026-02-30' });
    expect([odd.status, odd.body.errors[0].path]).toEqual([422, 'date']);
    await waitFor(id, { kind: 'closed', itemId: world.people.owner.memberId }).expect(404);
  });

  it('shows a confidential item as hidden, by no name, to those who may not see it', async () => {
    const secret = await world.recommendation({ title: 'A secret matter', visibility: 'confidential' });
    const open = await world.recommendation();
    await waitFor(open, { kind: 'approved', itemId: secret }).expect(201);
    const { waitsFor } = await of(open, world.people.leader);
    expect(waitsFor).toMatchObject([{ kind: 'approved', item: null, isHidden: true, isMet: null }]);
    expect(JSON.stringify(waitsFor)).not.toContain(secret);
    await waitFor(
      await world.recommendation(),
      { kind: 'approved', itemId: secret },
      world.people.secondManager,
    ).expect(404);
  });

  it('left nothing that breaks an invariant, and no figure that a recount would not give', async () => {
    const reader = api.system.reader(systemContext(world.here.id));
    expect(await brokenInvariants(reader)).toEqual([]);
    expect(await compareRollups(reader)).toEqual([]);
  });
});
