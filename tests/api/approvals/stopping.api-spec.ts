import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Submission } from '@uptake/contracts';
import type { Person } from '../../support/people.js';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import { systemContext } from '@uptake/persistence';

/** What a manager may do to a review that is under way: stop it, or put it to others. */
describe('a review under way', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let id: string;
  let submission: Submission;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(async () => {
    expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
    await api?.stop();
  });
  beforeEach(async () => {
    id = await world.recommendation();
    submission = await world.submit(`/recommendations/${id}`);
  });

  const post = (by: Person, move: 'cancel' | 'amendment' | 'withdraw', body: object, of = submission.id) =>
    world.as(by).post(`/submissions/${of}/${move}`).send(body);
  const cancel = (by: Person, body: object = { reason: 'The programme ends.' }) => post(by, 'cancel', body);
  const amend = (by: Person, body: object) =>
    post(by, 'amendment', { stageKey: 'review', reason: 'Rana is on leave.', ...body });
  const asked = (from: Submission, key = 'review') =>
    from.run.stages
      .find((stage) => stage.key === key)
      ?.asked.map(({ member, state }) => `${member.name} ${state}`)
      .sort();
  const journalled = async (type: string): Promise<{ data: Record<string, unknown>; actor_id: string }[]> =>
    api.system
      .reader(systemContext(world.here.id))
      .query(
        `SELECT e.data, e.actor_id FROM outbox_event e WHERE e.workspace_id = $1 AND e.type = $2 AND e.item_id = $3 ORDER BY e.id`,
        [world.here.id, type, id],
      );

  describe('cancelled by a manager', () => {
    it('asks nobody any more, leaves the record as it was and the item free for another', async () => {
      const { body } = await cancel(world.people.manager).expect(200);
      expect(body).toMatchObject({
        state: 'cancelled',
        run: { state: 'cancelled' },
        abilities: { cancel: { reason: 'run_ended' }, amend: { reason: 'run_ended' } },
      });
      expect(asked(body)).toEqual(['rami cancelled', 'rana cancelled']);
      expect((await world.as(world.people.owner).get(`/recommendations/${id}`)).body).toMatchObject({
        waiting: false,
        recordVersion: 0,
        abilities: { submit: true },
      });
      expect(await journalled('submission.cancelled')).toEqual([
        expect.objectContaining({ actor_id: world.people.manager.memberId }),
      ]);
      await world.submit(`/recommendations/${id}`, { narrative: 'Another beginning.' });
    });

    it('needs a reason, and somebody who may', async () => {
      expect((await cancel(world.people.manager, {}).expect(422)).body.errors).toEqual([
        expect.objectContaining({ path: 'reason' }),
      ]);
      expect((await cancel(world.people.manager, { reason: '  ' }).expect(422)).body.errors).toEqual([
        expect.objectContaining({ path: 'reason' }),
      ]);
      for (const person of ['owner', 'contributor', 'reviewer', 'leader'] as const) {
        expect((await cancel(world.people[person]).expect(403)).body).toMatchObject({
          detail: 'not_your_role',
          grantedBy: ['admin', 'manager'],
        });
      }
    });

    it('says how it stands to who comes after its end', async () => {
      await cancel(world.people.manager).expect(200);
      for (const late of [
        cancel(world.people.secondManager),
        post(world.people.owner, 'withdraw', {}),
        amend(world.people.manager, { removeMemberIds: [world.people.reviewer.memberId] }),
      ]) {
        expect((await late.expect(409)).body).toMatchObject({
          code: 'run_not_active',
          current: { state: 'cancelled' },
        });
      }
    });

    it('by two at once ends once', async () => {
      const answers = await Promise.all([
        cancel(world.people.manager),
        cancel(world.people.secondManager),
        cancel(world.people.admin),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect(await journalled('submission.cancelled')).toHaveLength(1);
    });

    it('while somebody decides either ends or was decided before, never both', async () => {
      const approval = await world.approvalOf(world.people.reviewer, id);
      const [stopped, decided] = await Promise.all([
        cancel(world.people.manager),
        world.decide(world.people.reviewer, approval, { verdict: 'reject', reason: 'No.' }),
      ]);
      expect([stopped.status, decided.status].sort()).toEqual([200, 409]);
    });

    it('is refused on a revision that another has replaced', async () => {
      await world.decideAs(world.people.reviewer, id, { verdict: 'request_changes', reason: 'Which ones?' });
      const second = await world.submit(`/recommendations/${id}`, { narrative: 'Hilla and Kut.' });
      for (const late of [
        cancel(world.people.manager),
        post(world.people.owner, 'withdraw', {}),
        amend(world.people.manager, { addMemberIds: [world.people.leader.memberId] }),
      ]) {
        expect((await late.expect(409)).body).toMatchObject({
          code: 'stale_submission',
          current: { id: submission.id, state: 'superseded' },
        });
      }
      await post(world.people.manager, 'cancel', { reason: 'Enough.' }, second.id).expect(200);
    });
  });

  describe('put to others by a manager', () => {
    it('asks those who are added and not those who are removed, and both can be read in the record', async () => {
      const { leader, reviewer, secondReviewer, manager } = world.people;
      const body = { addMemberIds: [leader.memberId], removeMemberIds: [reviewer.memberId, secondReviewer.memberId] };
      const approval = await world.approvalOf(reviewer, id);
      const after = (await amend(manager, body).expect(200)).body as Submission;
      expect(asked(after)).toEqual(['lina open', 'rami cancelled', 'rana cancelled']);
      expect(await journalled('stage.amended')).toEqual([
        expect.objectContaining({
          actor_id: manager.memberId,
          data: expect.objectContaining({ requiredBefore: 1, required: 1, removedMemberIds: body.removeMemberIds }),
        }),
      ]);
      expect((await world.decide(reviewer, approval, { verdict: 'approve' }).expect(409)).body.code).toBe(
        'request_closed',
      );
      await world.decideAs(leader, id, { verdict: 'approve' });
      await world.decideAs(manager, id, { verdict: 'approve' });
    });

    it('is free again where it was blocked because nobody was left', async () => {
      const { leader, reviewer, secondReviewer, manager } = world.people;
      const blocked = (
        await amend(manager, { removeMemberIds: [reviewer.memberId, secondReviewer.memberId] }).expect(200)
      ).body as Submission;
      expect(blocked.run.stages.find((stage) => stage.key === 'review')?.state).toBe('blocked');
      const freed = (await amend(manager, { addMemberIds: [leader.memberId] }).expect(200)).body as Submission;
      expect(freed.run.stages.find((stage) => stage.key === 'review')?.state).toBe('open');
      expect(
        [await journalled('stage.blocked'), await journalled('stage.unblocked')].map((entries) => entries.length),
      ).toEqual([1, 1]);
    });

    it('gives sight of a confidential item with the question', async () => {
      const { leader, manager, reviewer } = world.people;
      const hidden = await world.recommendation({
        visibility: 'confidential',
        namedMemberIds: [manager.memberId, reviewer.memberId],
      });
      const secret = await world.submit(`/recommendations/${hidden}`);
      await world.as(leader).get(`/submissions/${secret.id}`).expect(404);
      await world
        .as(world.people.admin)
        .post(`/submissions/${secret.id}/amendment`)
        .send({ stageKey: 'review', addMemberIds: [leader.memberId], reason: 'Also her.' })
        .expect(404);
      await world
        .as(manager)
        .post(`/submissions/${secret.id}/amendment`)
        .send({ stageKey: 'review', addMemberIds: [leader.memberId], reason: 'Also her.' })
        .expect(200);
      await world.decideAs(leader, hidden, { verdict: 'approve' });
    });

    it('never by its writers, nor to them', async () => {
      const mine = await world.recommendation();
      await world
        .as(world.people.manager)
        .put(`/recommendations/${mine}/assignment`)
        .send({ ownerId: world.people.manager.memberId })
        .expect(200);
      const own = await world.submit(`/recommendations/${mine}`, {}, world.people.manager);
      const body = { stageKey: 'review', addMemberIds: [world.people.leader.memberId], reason: 'A kinder eye.' };
      expect(own.abilities['amend']).toEqual({ reason: 'is_submitter' });
      expect((await post(world.people.manager, 'amendment', body, own.id).expect(403)).body).toMatchObject({
        code: 'separation_of_duties',
        detail: 'is_submitter',
      });
      const refused = await post(
        world.people.secondManager,
        'amendment',
        { ...body, addMemberIds: [world.people.manager.memberId] },
        own.id,
      ).expect(422);
      expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'addMemberIds', code: 'member_excluded' })]);
    });

    it('refuses what would change nothing, who has left, who is of nowhere, and a stage that is not open', async () => {
      const { manager, reviewer } = world.people;
      expect((await amend(manager, { addMemberIds: [reviewer.memberId] }).expect(422)).body.errors).toEqual([
        expect.objectContaining({ code: 'amendment_empty' }),
      ]);
      const gone = await api.world.person(world.here, `gone-${id.slice(-6)}`, 'leader');
      await world
        .as(world.people.admin)
        .patch(`/members/${gone.memberId}`)
        .send({ version: 1, active: false })
        .expect(200);
      expect((await amend(manager, { addMemberIds: [gone.memberId] }).expect(422)).body.errors).toEqual([
        expect.objectContaining({ path: 'addMemberIds', code: 'member_inactive' }),
      ]);
      await amend(manager, { addMemberIds: [submission.id] }).expect(404);
      await amend(manager, { removeMemberIds: [submission.id] }).expect(404);
      expect(
        (await amend(manager, { stageKey: 'sign-off', addMemberIds: [world.people.leader.memberId] }).expect(409)).body,
      ).toMatchObject({ code: 'request_closed', current: { id: submission.id } });
      expect(
        (await amend(world.people.owner, { addMemberIds: [world.people.leader.memberId] }).expect(403)).body.detail,
      ).toBe('not_your_role');
    });

    it('while the one to be removed decides: the answer stands, or it was too late', async () => {
      const approval = await world.approvalOf(world.people.reviewer, id);
      const [amended, decided] = await Promise.all([
        amend(world.people.manager, { removeMemberIds: [world.people.reviewer.memberId] }),
        world.decide(world.people.reviewer, approval, { verdict: 'approve' }),
      ]);
      expect([amended.status, decided.status].sort()).toEqual([200, 409]);
    });
  });
});
