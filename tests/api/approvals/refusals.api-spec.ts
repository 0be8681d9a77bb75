import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Approval, Submission } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { ReviewWorld, update } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('what is refused', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let id: string;
  let path: string;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    id = await world.recommendation();
    path = `/recommendations/${id}`;
  });

  const post = (person: Person, input: Record<string, unknown> = {}) =>
    world.as(person).post(`${path}/submissions`).send(update(input));

  describe('handing in', () => {
    it('is for those who own or contribute, whatever the role', async () => {
      for (const person of [world.people.admin, world.people.manager, world.people.reviewer, world.people.leader]) {
        expect((await post(person).expect(403)).body).toMatchObject({ code: 'forbidden', detail: 'not_your_part' });
      }
      expect((await post(world.people.contributor).expect(201)).body.submittedBy.name).toBe('karim');
    });

    it('names unknown and read-only fields, and wants a narrative', async () => {
      const refused = await post(world.people.owner, {
        narrative: ' ',
        status: 'approved',
        submittedBy: world.people.manager.memberId,
      }).expect(422);
      expect(refused.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
        'narrative',
        'status',
        'submittedBy',
      ]);
    });

    it('a second of the same kind shows the one under way', async () => {
      const first = await world.submit(path);
      const refused = await post(world.people.contributor, { narrative: 'Another.' }).expect(409);
      expect(refused.body).toMatchObject({
        code: 'submission_under_way',
        current: { id: first.id, state: 'in_review', run: { state: 'active' } },
      });
    });

    it('a second of another kind goes its own way beside it', async () => {
      await world.submit(path);
      const extension = await world.submit(path, {
        kind: 'extension',
        narrative: 'The house is flooded.',
        fields: { dueOn: '2026-09-01' },
      });
      expect(extension.run.workflow).toMatchObject({ key: 'extension-review', version: 1 });
    });

    it('a closing waits for an update, and nothing begins beside a closing', async () => {
      const underWay = await world.submit(path);
      const closing = { kind: 'closing', narrative: 'All done.', fields: { outcome: 'implemented' } };
      expect((await post(world.people.owner, closing).expect(409)).body).toMatchObject({
        code: 'submission_under_way',
        current: { id: underWay.id },
      });
      await world.as(world.people.owner).post(`/submissions/${underWay.id}/withdraw`).expect(200);
      const closed = await world.submit(path, closing);
      expect((await post(world.people.owner).expect(409)).body).toMatchObject({
        code: 'submission_under_way',
        current: { id: closed.id },
      });
    });

    it('against another record than the one in force shows that one', async () => {
      const refused = await post(world.people.owner, { baseVersion: 3 }).expect(409);
      expect(refused.body).toMatchObject({ code: 'version_conflict', current: { recordVersion: 0, official: null } });
    });

    it('with evidence of another item, or of nobody', async () => {
      const other = await world.recommendation({ title: 'Another' });
      const link = await world
        .as(world.people.owner)
        .post('/evidence')
        .send({ itemId: other, title: 'Gazette', url: 'https://example.org/g' })
        .expect(201);
      const refused = await post(world.people.owner, { evidenceIds: [link.body.id] }).expect(422);
      expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'evidenceIds.0', code: 'other_item' })]);
      await post(world.people.owner, { evidenceIds: ['01890000-0000-7000-8000-000000000000'] }).expect(404);
    });

    it('the same words again after changes were asked for', async () => {
      await world.submit(path);
      await world.decideAs(world.people.reviewer, id, { verdict: 'request_changes', reason: 'More.' });
      expect((await post(world.people.owner).expect(422)).body).toMatchObject({
        code: 'invalid_input',
        errors: [{ path: 'narrative', code: 'content_unchanged' }],
      });
    });

    it('under the path of another kind of item, or on one that is not there', async () => {
      await world.as(world.people.owner).post(`/tasks/${id}/submissions`).send(update()).expect(404);
      await world.as(world.people.owner).get(`/tasks/${id}/submissions`).expect(404);
      await world.as(world.people.owner).post('/recommendations/nonsense/submissions').send(update()).expect(404);
    });

    it('where too few or none could decide, with whom a manager could ask, unless that is accepted', async () => {
      const here = await api.world.workspace('lonely');
      const lonely = {
        manager: await api.world.person(here, 'nour', 'manager', 'reviewer'),
        owner: await api.world.person(here, 'adam', 'contributor'),
      };
      await api.world.person(here, 'spare', 'leader');
      const at = (person: Person) => ({
        post: (route: string) => api.as(person).post(`/workspaces/lonely${route}`),
        put: (route: string) => api.as(person).put(`/workspaces/lonely${route}`),
      });
      const { body: made } = await at(lonely.manager)
        .post('/recommendations')
        .send({ title: 'A', text: 'A.' })
        .expect(201);
      await at(lonely.manager)
        .put(`/recommendations/${made.id}/assignment`)
        .send({ ownerId: lonely.owner.memberId })
        .expect(200);
      // one person for two stages that exclude each other
      const short = await at(lonely.owner).post(`/recommendations/${made.id}/submissions`).send(update()).expect(409);
      expect(short.body.code).toBe('too_few_eligible');
      expect(short.body.current.shortages).toEqual([
        {
          stages: [expect.objectContaining({ key: 'review' }), expect.objectContaining({ key: 'sign-off' })],
          required: 2,
          available: 1,
          couldBeAdded: [expect.objectContaining({ name: 'spare' })],
        },
      ]);
      await at(lonely.manager)
        .put(`/recommendations/${made.id}/assignment`)
        .send({ ownerId: lonely.manager.memberId })
        .expect(200);
      // the only one who could decide hands it in
      expect(
        (await at(lonely.manager).post(`/recommendations/${made.id}/submissions`).send(update()).expect(409)).body.code,
      ).toBe('nobody_eligible');
      const { body: flagged } = await at(lonely.manager)
        .post(`/recommendations/${made.id}/submissions`)
        .send(update({ acceptShortage: true }))
        .expect(201);
      const waiting = flagged.run.stages.find((stage: { key: string }) => stage.key === 'review');
      expect(waiting).toMatchObject({ state: 'blocked', asked: [] });
      const told = await api.system
        .reader(systemContext(here.id))
        .query(`SELECT e.id FROM outbox_event e WHERE e.workspace_id = $1 AND e.type = 'submission.short-of-people'`, [
          here.id,
        ]);
      expect(told).toHaveLength(1);
    });
  });

  describe('deciding', () => {
    let submission: Submission;
    let approval: Approval;
    beforeEach(async () => {
      submission = await world.submit(path, { rating: 'limited' });
      approval = await world.approvalOf(world.people.reviewer, id);
    });
    const decide = (person: Person, decision: Record<string, unknown>, on: Approval = approval) =>
      world.decide(person, on, decision);

    it('without the words that the verdict needs', async () => {
      for (const verdict of ['request_changes', 'reject']) {
        expect((await decide(world.people.reviewer, { verdict }).expect(422)).body).toMatchObject({
          code: 'reason_required',
          errors: [{ path: 'reason' }],
        });
        expect((await decide(world.people.reviewer, { verdict, reason: '  ' }).expect(422)).body.code).toBe(
          'reason_required',
        );
      }
    });

    it('with a rating where none is set', async () => {
      expect(
        (await decide(world.people.reviewer, { verdict: 'approve', verifiedRating: 'limited' }).expect(422)).body
          .errors,
      ).toEqual([expect.objectContaining({ path: 'verifiedRating' })]);
    });

    it('with a verdict, a hash or a field that is none', async () => {
      for (const change of [
        { verdict: 'perhaps' },
        { verdict: 'approve', submissionHash: 'abc' },
        { verdict: 'approve', decidedBy: world.people.manager.memberId },
      ]) {
        expect((await decide(world.people.reviewer, change).expect(422)).body.code).toBe('invalid_input');
      }
    });

    it('on what one has not read: a stale hash shows the revision that stands', async () => {
      const stale = await decide(world.people.reviewer, { verdict: 'approve', submissionHash: 'f'.repeat(64) }).expect(
        409,
      );
      expect(stale.body).toMatchObject({
        code: 'stale_submission',
        current: { id: approval.id, submissionHash: submission.hash, state: 'open' },
      });
    });

    it('on the first revision when the second is there', async () => {
      await world.decideAs(world.people.secondReviewer, id, { verdict: 'request_changes', reason: 'More.' });
      const second = await world.submit(path, { narrative: 'Three offices are open.', rating: 'limited' });
      const next = await world.approvalOf(world.people.reviewer, id);
      expect(
        (await decide(world.people.reviewer, { verdict: 'approve', submissionHash: submission.hash }, next).expect(409))
          .body,
      ).toMatchObject({ code: 'stale_submission', current: { submissionHash: second.hash } });
      // the question put in the first round is closed for good
      expect((await decide(world.people.reviewer, { verdict: 'approve' }).expect(409)).body).toMatchObject({
        code: 'request_closed',
        current: { state: 'superseded' },
      });
    });

    it('a second time: the answer says who decided what, and when', async () => {
      await decide(world.people.reviewer, { verdict: 'approve' }).expect(200);
      const again = await decide(world.people.reviewer, { verdict: 'reject', reason: 'No.' }).expect(409);
      expect(again.body).toMatchObject({
        code: 'already_decided',
        current: { id: approval.id, state: 'decided', verdict: 'approve' },
      });
      expect(again.body.current.submission.run.decisions).toEqual([
        expect.objectContaining({
          verdict: 'approve',
          actor: expect.objectContaining({ name: 'rana' }),
          at: api.clock.now().toISOString(),
        }),
      ]);
    });

    it('where somebody else closed the stage', async () => {
      const other = await world.approvalOf(world.people.secondReviewer, id);
      await decide(world.people.reviewer, { verdict: 'approve' }).expect(200);
      const late = await decide(world.people.secondReviewer, { verdict: 'reject', reason: 'No.' }, other).expect(409);
      expect(late.body).toMatchObject({
        code: 'request_closed',
        current: { state: 'superseded', abilities: { decide: { reason: 'stage_closed' } } },
      });
      expect(late.body.current.submission.run.decisions).toEqual([
        expect.objectContaining({ actor: expect.objectContaining({ name: 'rana' }), verdict: 'approve' }),
      ]);
    });

    it('on what another is asked', async () => {
      for (const person of [
        world.people.secondReviewer,
        world.people.manager,
        world.people.admin,
        world.people.leader,
      ]) {
        expect((await decide(person, { verdict: 'approve' }).expect(403)).body).toMatchObject({
          code: 'not_eligible',
          detail: 'not_asked',
        });
      }
    });

    it('on what one has handed in', async () => {
      expect((await decide(world.people.owner, { verdict: 'approve' }).expect(403)).body).toMatchObject({
        code: 'separation_of_duties',
        detail: 'is_submitter',
      });
    });

    it('after it was withdrawn', async () => {
      await world
        .as(world.people.owner)
        .post(`/submissions/${submission.id}/withdraw`)
        .send({ reason: 'A mistake.' })
        .expect(200);
      expect((await decide(world.people.reviewer, { verdict: 'approve' }).expect(409)).body).toMatchObject({
        code: 'request_closed',
        current: { state: 'cancelled' },
      });
    });

    it('from another workspace, and under its path', async () => {
      const stranger = await api.world.person(
        await api.world.workspace(`far-${id}`),
        'sara',
        'admin',
        'manager',
        'reviewer',
      );
      await api.as(stranger).get(`/workspaces/far-${id}/approvals/${approval.id}`).expect(404);
      await api
        .as(stranger)
        .post(`/workspaces/far-${id}/approvals/${approval.id}/decision`)
        .send({ verdict: 'approve', submissionHash: submission.hash })
        .expect(404);
      await api.as(stranger).get(`/workspaces/far-${id}/submissions/${submission.id}`).expect(404);
      await world
        .as(stranger)
        .post(`/approvals/${approval.id}/decision`)
        .send({ verdict: 'approve', submissionHash: submission.hash })
        .expect(404);
    });
  });

  describe('separation of duties', () => {
    it('keeps who decided the first stage out of the second, and authors of any revision out of both', async () => {
      const both = await api.world.person(world.here, 'badr', 'manager', 'reviewer');
      const author = await api.world.person(world.here, 'asma', 'manager', 'reviewer', 'contributor');
      await world
        .as(world.people.manager)
        .put(`${path}/assignment`)
        .send({ contributorIds: [author.memberId] })
        .expect(200);
      await world.submit(path, { rating: 'limited' }, author);
      await world.decideAs(both, id, { verdict: 'request_changes', reason: 'More.' });
      const second = await world.submit(path, { narrative: 'By the owner now.', rating: 'limited' });
      const asked = second.run.stages
        .find((stage) => stage.key === 'review')
        ?.asked.map(({ member }) => member.name)
        .sort();
      expect(asked).toEqual(['badr', 'rami', 'rana']);
      await world.decideAs(both, id, { verdict: 'approve' });
      const approval = await world.approvalOf(world.people.manager, id);
      const signOff = approval.submission.run.stages.find((stage) => stage.key === 'sign-off');
      expect(signOff?.asked.map(({ member }) => member.name)).not.toContain('badr');
      expect(signOff?.asked.map(({ member }) => member.name)).not.toContain('asma');
      const decision = { verdict: 'approve', verifiedRating: 'limited' };
      expect((await world.decide(both, approval, decision).expect(403)).body).toMatchObject({
        code: 'separation_of_duties',
        detail: 'decided_exclusive_stage',
      });
      expect((await world.decide(author, approval, decision).expect(403)).body).toMatchObject({
        code: 'separation_of_duties',
        detail: 'is_editor',
      });
    });
  });

  describe('withdrawing', () => {
    it('is for who handed it in, once', async () => {
      const submission = await world.submit(path);
      for (const person of [
        world.people.contributor,
        world.people.manager,
        world.people.admin,
        world.people.reviewer,
      ]) {
        await world.as(person).post(`/submissions/${submission.id}/withdraw`).expect(403);
      }
      const { body } = await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(200);
      expect(body).toMatchObject({
        state: 'withdrawn',
        run: { state: 'withdrawn' },
        abilities: { withdraw: { reason: 'run_ended' } },
      });
      const asked = (body as Submission).run.stages.flatMap((stage) => stage.asked);
      expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['cancelled']));
      const again = await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(409);
      expect(again.body).toMatchObject({ code: 'run_not_active', current: { id: submission.id, state: 'withdrawn' } });
    });

    it('leaves the record and lets another be handed in', async () => {
      const submission = await world.submit(path, { rating: 'complete' });
      await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(200);
      const { body: item } = await world.as(world.people.owner).get(path).expect(200);
      expect(item).toMatchObject({ waiting: false, reportedRating: null, verifiedRating: null });
      expect((await world.submit(path)).run.id).not.toBe(submission.run.id);
    });
  });

  it('ends with a rejection: the record stays, and a new one may follow', async () => {
    await world.submit(path, { rating: 'complete' });
    const rejected = await world.decideAs(world.people.reviewer, id, { verdict: 'reject', reason: 'Not so.' });
    expect(rejected.submission).toMatchObject({ state: 'rejected', run: { state: 'rejected' } });
    expect((await world.as(world.people.owner).get(path)).body).toMatchObject({ waiting: false, verifiedRating: null });
    expect((await world.submit(path)).revision).toBe(1);
  });
});
