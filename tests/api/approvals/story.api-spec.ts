import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval, Submission } from '@uptake/contracts';
import { ReviewWorld, update } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

/** The tests of this file tell one story, in their order. */
describe('an update on its way to the record', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let id: string;
  let evidenceId: string;
  let first: Submission;
  let second: Submission;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    id = await world.recommendation();
  });
  afterAll(() => api?.stop());

  const item = async () => (await world.as(world.people.leader).get(`/recommendations/${id}`).expect(200)).body;
  const stagesOf = ({ run }: Submission) => Object.fromEntries(run.stages.map((stage) => [stage.key, stage.state]));

  it('is handed in with its evidence and asks every reviewer', async () => {
    const { owner, reviewer, secondReviewer } = world.people;
    const uploaded = await world
      .as(owner)
      .post('/evidence')
      .field('itemId', id)
      .attach('file', Buffer.from('District;Office\nHilla;yes\n'), 'offices.csv')
      .expect(201);
    evidenceId = uploaded.body.id;
    first = await world.submit(`/recommendations/${id}`, {
      progress: 40,
      rating: 'substantial',
      evidenceIds: [evidenceId],
    });
    expect(first).toMatchObject({
      revision: 1,
      state: 'in_review',
      kind: 'update',
      progress: 40,
      rating: 'substantial',
      baseVersion: 0,
      submittedBy: { name: 'omar' },
    });
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(first.evidence).toEqual([
      expect.objectContaining({
        id: evidenceId,
        mediaType: 'text/csv',
        abilities: { remove: { reason: 'cited_by_submission' } },
      }),
    ]);
    expect(stagesOf(first)).toEqual({ revise: 'approved', review: 'open', 'sign-off': 'waiting', approved: 'waiting' });
    const review = first.run.stages.find((stage) => stage.key === 'review');
    expect(review?.asked.map(({ member, state }) => [member.name, state]).sort()).toEqual([
      ['rami', 'open'],
      ['rana', 'open'],
    ]);
    expect(await item()).toMatchObject({ waiting: true, reportedRating: null, verifiedRating: null });
    expect((await world.as(reviewer).get('/approvals?mine=true')).body.items).toHaveLength(1);
    expect((await world.as(secondReviewer).get('/approvals?mine=true&state=open')).body.items).toHaveLength(1);
  });

  it('shows the reviewer everything in one answer', async () => {
    const approval = await world.approvalOf(world.people.reviewer, id);
    expect(approval).toMatchObject({
      state: 'open',
      revision: 1,
      round: 1,
      rates: false,
      official: null,
      lastSeenByMe: null,
      submissionHash: first.hash,
      abilities: { decide: true },
      stage: { key: 'review', name: { en: 'Review' } },
      item: { id, kind: 'recommendation' },
      submittedBy: { name: 'omar' },
      reasonRequiredFor: ['request_changes', 'reject'],
    });
    expect(approval.submission.evidence.map((file) => file.title)).toEqual(['offices.csv']);
    const signOff = approval.submission.run.stages.find((stage) => stage.key === 'sign-off');
    expect(signOff?.couldDecide.map((member) => member.name).sort()).toEqual(['mona', 'musa']);
  });

  it('comes back with a reason when a reviewer asks for changes', async () => {
    const decided = await world.decideAs(world.people.reviewer, id, {
      verdict: 'request_changes',
      reason: 'Name the districts.',
    });
    expect(decided).toMatchObject({
      state: 'decided',
      verdict: 'request_changes',
      abilities: { decide: { reason: 'request_already_decided' } },
    });
    expect(decided.submission).toMatchObject({
      state: 'changes_requested',
      run: { state: 'changes_requested', round: 2 },
    });
    expect(decided.submission.run.decisions).toEqual([
      expect.objectContaining({
        actor: expect.objectContaining({ name: 'rana' }),
        verdict: 'request_changes',
        reason: 'Name the districts.',
      }),
    ]);
    expect(await item()).toMatchObject({ waiting: false, verifiedRating: null });
    expect((await world.as(world.people.secondReviewer).get('/approvals?mine=true&state=open')).body.items).toEqual([]);
  });

  it('goes on as the second revision, and the first stays readable', async () => {
    const before = (await world.as(world.people.owner).get(`/submissions/${first.id}`).expect(200)).body;
    expect(before.abilities).toMatchObject({ withdraw: true, revise: true });
    second = await world.submit(`/recommendations/${id}`, {
      narrative: 'Offices are open in Hilla and Kut.',
      progress: 50,
      rating: 'substantial',
      evidenceIds: [evidenceId],
    });
    expect(second).toMatchObject({ revision: 2, state: 'in_review', run: { id: first.run.id, state: 'active' } });
    expect(second.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
    const kept = (await world.as(world.people.leader).get(`/submissions/${first.id}`).expect(200)).body;
    expect(kept).toMatchObject({
      id: first.id,
      revision: 1,
      state: 'superseded',
      narrative: 'Two offices are open.',
      hash: first.hash,
      progress: 40,
    });
    expect(kept.abilities.withdraw).toEqual({ reason: 'not_your_part' });
  });

  it('shows the reviewer what they last decided on beside what is new', async () => {
    const approval = await world.approvalOf(world.people.reviewer, id);
    expect(approval.lastSeenByMe).toEqual({
      revision: 1,
      submission: { narrative: 'Two offices are open.', progress: 40, rating: 'substantial', fields: {} },
    });
    expect((await world.approvalOf(world.people.secondReviewer, id)).lastSeenByMe).toBeNull();
  });

  it('passes the first stage by any one reviewer, and asks the managers', async () => {
    const decided = await world.decideAs(world.people.secondReviewer, id, { verdict: 'approve' });
    expect(stagesOf(decided.submission)).toMatchObject({ review: 'approved', 'sign-off': 'open' });
    expect(await item()).toMatchObject({ waiting: true, reportedRating: null, verifiedRating: null, progress: null });
    const others = (await world.as(world.people.reviewer).get(`/approvals?mine=true&item=${id}&sort=-openedAt`)).body
      .items;
    expect(others.map(({ state }: { state: string }) => state).sort()).toEqual(['decided', 'superseded']);
  });

  it('asks the manager for a verified rating, and for a reason where it differs', async () => {
    const { manager } = world.people;
    const approval = await world.approvalOf(manager, id);
    expect(approval.rates).toBe(true);
    expect((await world.decide(manager, approval, { verdict: 'approve' }).expect(422)).body.code).toBe(
      'rating_required',
    );
    const unexplained = await world
      .decide(manager, approval, { verdict: 'approve', verifiedRating: 'limited' })
      .expect(422);
    expect(unexplained.body).toMatchObject({ code: 'rating_reason_required', errors: [{ path: 'ratingReason' }] });
  });

  it('changes record and ratings with the last approval, and not before', async () => {
    const { manager, leader } = world.people;
    const decided: Approval = await world.decideAs(manager, id, {
      verdict: 'approve',
      verifiedRating: 'limited',
      ratingReason: 'One office has no staff.',
    });
    expect(decided.submission).toMatchObject({ state: 'approved', run: { state: 'approved' } });
    expect(await item()).toMatchObject({
      waiting: false,
      reportedRating: 'substantial',
      verifiedRating: 'limited',
      ratingReason: 'One office has no staff.',
      progress: 50,
    });
    const history = (await world.as(leader).get(`/recommendations/${id}/history`).expect(200)).body.items;
    expect(history).toEqual([
      expect.objectContaining({
        version: 1,
        submissionId: second.id,
        narrative: second.narrative,
        verifiedRating: 'limited',
        reportedRating: 'substantial',
        approvedBy: 'mona',
      }),
    ]);
    const rollup = (await world.as(leader).get('/rollups?groupBy=rating').expect(200)).body;
    expect(rollup.groups.find((group: { key: string }) => group.key === 'limited')).toMatchObject({ total: 1 });
  });

  it('is read beside the record the next time, which it must have been written against', async () => {
    const stale = await world
      .as(world.people.owner)
      .post(`/recommendations/${id}/submissions`)
      .send(update())
      .expect(409);
    expect(stale.body).toMatchObject({
      code: 'version_conflict',
      current: { recordVersion: 1, official: { version: 1, progress: 50 } },
    });
    await world.submit(`/recommendations/${id}`, {
      baseVersion: 1,
      narrative: 'A third office is open.',
      progress: 60,
      rating: 'substantial',
    });
    const approval = await world.approvalOf(world.people.reviewer, id);
    expect(approval.official).toMatchObject({
      version: 1,
      narrative: second.narrative,
      progress: 50,
      verifiedRating: 'limited',
      approvedBy: 'mona',
    });
  });

  it('leaves its whole way in the list of the item', async () => {
    const { body } = await world
      .as(world.people.leader)
      .get(`/recommendations/${id}/submissions?count=true`)
      .expect(200);
    expect(body.total).toBe(3);
    expect(body.items.map((submission: Submission) => [submission.revision, submission.state]).sort()).toEqual([
      [1, 'in_review'],
      [1, 'superseded'],
      [2, 'approved'],
    ]);
  });

  it('and in the journal, one entry for each change of state', async () => {
    const reader = api.system.reader({ workspaceId: world.here.id, userId: null, memberId: null, sees: [] });
    const rows = await reader.query<{ type: string }>(
      `SELECT type FROM audit_entry e WHERE e.workspace_id = $1 AND data->>'runId' = $2 AND data ? 'event' ORDER BY (data->>'sequence')::int`,
      [world.here.id, first.run.id],
    );
    const counted = new Map<string, number>();
    for (const { type } of rows) counted.set(type, (counted.get(type) ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual({
      'submission.submitted': 2,
      'stage.opened': 5,
      'stage.completed': 5,
      'approval-request.decided': 3,
      'approval-request.superseded': 3,
      'submission.changes-requested': 1,
      'submission.approved': 1,
      'stage.voided': 1,
    });
  });
});
