import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval, Delegation } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('delegations', () => {
  let api: TestApi;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(() => api?.stop());

  const inDays = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000).toISOString();
  const ask = (by: Person, body: Record<string, unknown>) =>
    world
      .as(by)
      .post('/delegations')
      .send({ endsAt: inDays(7), ...body });
  const delegate = async (from: Person, to: Person, body: Record<string, unknown> = {}): Promise<Delegation> => {
    const answer = await ask(from, { toId: to.memberId, ...body });
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body;
  };
  const revoke = (by: Person, { id }: Pick<Delegation, 'id'>) => world.as(by).delete(`/delegations/${id}`);
  const handedIn = async (changes: Record<string, unknown> = {}) => {
    const id = await world.recommendation(changes);
    await world.submit(`/recommendations/${id}`, { rating: 'limited' });
    return id;
  };
  const readAs = async (person: Person, approvalId: string): Promise<Approval> =>
    (await world.as(person).get(`/approvals/${approvalId}`).expect(200)).body;

  describe('made, changed and revoked', () => {
    it('hand everything over for a time, from now on, and say how they stand', async () => {
      const { reviewer, leader, contributor } = world.people;
      const made = await delegate(reviewer, leader, { reason: 'Out of office' });
      expect(made).toMatchObject({
        from: { name: 'rana' },
        to: { name: 'lina' },
        scope: { workflowKeys: null, itemIds: null, items: [] },
        startsAt: api.clock.now().toISOString(),
        state: 'active',
        reason: 'Out of office',
        createdBy: { name: 'rana' },
        abilities: { change: true, revoke: true },
      });
      const seen = async (person: Person) =>
        (await world.as(person).get('/delegations?state=active').expect(200)).body.items.map(
          (row: Delegation) => row.id,
        );
      expect(await seen(leader)).toContain(made.id);
      expect(await seen(contributor)).not.toContain(made.id);
      expect(await seen(world.people.manager)).toContain(made.id);
      await revoke(contributor, made).expect(404);
      await revoke(reviewer, made).expect(204);
      await revoke(reviewer, made).expect(409);
      const { body } = await world.as(reviewer).get('/delegations?state=revoked').expect(200);
      expect(body.items[0]).toMatchObject({ id: made.id, state: 'revoked', revokedBy: { name: 'rana' } });
    });

    it('can be laid down by who holds them, who cannot change them', async () => {
      const { reviewer, leader } = world.people;
      const made = await delegate(reviewer, leader);
      await world
        .as(leader)
        .patch(`/delegations/${made.id}`)
        .send({ version: 1, endsAt: inDays(20) })
        .expect(403);
      await revoke(leader, made).expect(204);
    });

    it('change their end while they last, their start and scope only before they begin', async () => {
      const { reviewer, leader } = world.people;
      const planned = await delegate(reviewer, leader, { startsAt: inDays(1), endsAt: inDays(3) });
      expect(planned.state).toBe('planned');
      const change = (body: Record<string, unknown>) =>
        world.as(reviewer).patch(`/delegations/${planned.id}`).send(body);
      const moved = (
        await change({
          version: 1,
          startsAt: inDays(2),
          scope: { workflowKeys: ['update-review'], itemIds: null },
        }).expect(200)
      ).body;
      expect(moved).toMatchObject({ version: 2, startsAt: inDays(2), scope: { workflowKeys: ['update-review'] } });
      expect((await change({ version: 1, reason: 'Late' }).expect(409)).body).toMatchObject({
        code: 'version_conflict',
        current: { version: 2 },
      });
      await change({ version: 2, endsAt: inDays(1) }).expect(422);
      api.clock.advance({ days: 2, minutes: 1 });
      expect((await change({ version: 2, startsAt: inDays(1) }).expect(409)).body.code).toBe('invalid_state');
      await change({ version: 2, endsAt: inDays(2), reason: null }).expect(200);
      api.clock.advance({ days: 3 });
      await change({ version: 3, endsAt: inDays(9) }).expect(409);
      expect((await world.as(reviewer).get('/delegations?state=ended').expect(200)).body.items[0].state).toBe('ended');
    });

    it('are refused with the field at fault', async () => {
      const { reviewer, leader } = world.people;
      const fault = async (body: Record<string, unknown>) =>
        (await ask(reviewer, { toId: leader.memberId, ...body }).expect(422)).body.errors[0].path;
      expect(await fault({ toId: reviewer.memberId })).toBe('toId');
      expect(await fault({ startsAt: inDays(2), endsAt: inDays(1) })).toBe('endsAt');
      expect(await fault({ endsAt: inDays(-1), startsAt: inDays(-2) })).toBe('startsAt');
      expect(await fault({ endsAt: inDays(400) })).toBe('endsAt');
      expect(await fault({ scope: { workflowKeys: ['no-such'], itemIds: null } })).toBe('scope.workflowKeys.0');
      expect(await fault({ scope: { workflowKeys: null, itemIds: [] } })).toBe('scope.itemIds');
      await ask(reviewer, { toId: '01890000-0000-7000-8000-000000000001' }).expect(404);
    });

    it('are arranged for somebody absent by managers alone, and never to themselves', async () => {
      const { admin, manager, reviewer, secondReviewer, leader } = world.people;
      const forRana = { fromId: reviewer.memberId, toId: leader.memberId };
      await ask(secondReviewer, forRana).expect(403);
      expect((await ask(manager, { ...forRana, toId: manager.memberId }).expect(403)).body.detail).toBe(
        'not_to_yourself',
      );
      const made = (await ask(admin, forRana).expect(201)).body;
      expect(made).toMatchObject({ from: { name: 'rana' }, createdBy: { name: 'amal' } });
      await revoke(reviewer, made).expect(204);
      const { rows } = await entries(made.id);
      expect(rows).toEqual([
        { type: 'delegation.created', actor_id: admin.memberId },
        { type: 'delegation.revoked', actor_id: reviewer.memberId },
      ]);
    });

    const entries = async (id: string) => ({
      rows: await api.system
        .reader(systemContext(world.here.id))
        .query(
          `SELECT e.type, e.actor_id FROM audit_entry e WHERE e.workspace_id = $1 AND e.subject_id = $2 ORDER BY e.at, e.id`,
          [world.here.id, id],
        ),
    });

    it('invariant 4: never lead in a circle, not even when both are made at once', async () => {
      const { reviewer, secondReviewer, leader } = world.people;
      const one = await delegate(reviewer, secondReviewer);
      const two = await delegate(secondReviewer, leader);
      expect((await ask(leader, { toId: reviewer.memberId }).expect(409)).body.code).toBe('delegation_circle');
      for (const made of [one, two]) await revoke(world.people.manager, made).expect(204);
      const both = await Promise.all([
        ask(reviewer, { toId: secondReviewer.memberId }),
        ask(secondReviewer, { toId: reviewer.memberId }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      await revoke(world.people.manager, both.find(({ status }) => status === 201)?.body).expect(204);
    });

    it('are kept as they were made by the database itself', async () => {
      const made = await delegate(world.people.reviewer, world.people.leader);
      await revoke(world.people.reviewer, made).expect(204);
      const attempt = (sql: string) =>
        api.system.transaction(systemContext(world.here.id), (tx) => tx.query(sql, [world.here.id, made.id]));
      await expect(attempt(`DELETE FROM delegation WHERE workspace_id = $1 AND id = $2`)).rejects.toMatchObject({
        code: '23514',
      });
      await expect(
        attempt(`UPDATE delegation SET revoked_at = NULL, revoked_by = NULL WHERE workspace_id = $1 AND id = $2`),
      ).rejects.toMatchObject({ code: '23514' });
    });
  });

  describe('in a review', () => {
    it('invariant 4: let one decide for another, under both names, until revoked', async () => {
      const { reviewer, leader } = world.people;
      const id = await handedIn();
      const approval = await world.approvalOf(reviewer, id);
      const decide = (body: Record<string, unknown> = {}) =>
        world.decide(leader, approval, { verdict: 'approve', onBehalfOf: reviewer.memberId, ...body });
      expect((await decide().expect(403)).body.detail).toBe('not_delegated');
      const made = await delegate(reviewer, leader);
      const { body: queue } = await world.as(leader).get(`/approvals?mine=true&state=open&item=${id}`).expect(200);
      expect(queue.items).toMatchObject([
        { id: approval.id, member: { name: 'rana' }, actingFor: { name: 'rana' }, abilities: { decide: true } },
      ]);
      expect(await readAs(leader, approval.id)).toMatchObject({
        actingFor: { name: 'rana' },
        abilities: { decide: true },
      });
      expect((await world.decide(leader, approval, { verdict: 'approve' }).expect(403)).body.detail).toBe('not_asked');
      await revoke(reviewer, made).expect(204);
      expect((await decide().expect(403)).body.detail).toBe('not_delegated');
      expect((await world.as(leader).get(`/approvals?mine=true&item=${id}`).expect(200)).body.items).toEqual([]);
      await delegate(reviewer, leader, { endsAt: inDays(1) });
      const decided: Approval = (await decide().expect(200)).body;
      expect(decided).toMatchObject({ state: 'decided', verdict: 'approve', decidedBy: { name: 'lina' } });
      expect(decided.submission.run.decisions).toMatchObject([
        { actor: { name: 'lina' }, onBehalfOf: { name: 'rana' }, verdict: 'approve' },
      ]);
      api.clock.advance({ days: 1 });
    });

    it('invariant 4: hold for the workflows and items they name', async () => {
      const { reviewer, leader } = world.people;
      const [id, other] = [await handedIn(), await handedIn()];
      const made = await delegate(reviewer, leader, {
        scope: { workflowKeys: ['update-review'], itemIds: [id] },
        endsAt: inDays(1),
      });
      expect(made.scope.items).toMatchObject([{ id }]);
      const { body } = await world.as(leader).get('/approvals?mine=true&state=open').expect(200);
      expect(body.items.map((row: Approval) => row.item.id)).toEqual([id]);
      const elsewhere = await world.approvalOf(reviewer, other);
      const answer = await world.decide(leader, elsewhere, { verdict: 'approve', onBehalfOf: reviewer.memberId });
      expect([answer.status, answer.body.detail]).toEqual([403, 'not_delegated']);
      await revoke(reviewer, made).expect(204);
    });

    it('show a confidential item to who acts for somebody asked there, as long as they do, and not a moment longer', async () => {
      const { manager, reviewer, leader, secondReviewer } = world.people;
      const named = [manager.memberId, reviewer.memberId];
      const id = await handedIn({ title: 'Names', visibility: 'confidential', namedMemberIds: named });
      const unasked = await world.recommendation({ title: 'More', visibility: 'confidential', namedMemberIds: named });
      const approval = await world.approvalOf(reviewer, id);
      const sees = async (person: Person, item: string) =>
        (await world.as(person).get(`/recommendations/${item}`)).status === 200;
      expect(await sees(leader, id)).toBe(false);
      const made = await delegate(reviewer, leader, { startsAt: inDays(1), endsAt: inDays(3) });
      expect(await sees(leader, id)).toBe(false);
      api.clock.advance({ days: 1, minutes: 1 });
      expect([await sees(leader, id), await sees(leader, unasked), await sees(secondReviewer, id)]).toEqual([
        true,
        false,
        false,
      ]);
      await readAs(leader, approval.id);
      await revoke(reviewer, made).expect(204);
      expect(await sees(leader, id)).toBe(false);
      await world.as(leader).get(`/approvals/${approval.id}`).expect(404);
      const again = await delegate(reviewer, leader, { endsAt: inDays(1) });
      const decision = { verdict: 'approve', onBehalfOf: reviewer.memberId };
      await world.decide(leader, approval, decision).expect(200);
      expect(await sees(leader, id)).toBe(true);
      api.clock.advance({ days: 1 });
      expect(await sees(leader, id)).toBe(false);
      expect((await world.as(leader).get('/delegations').expect(200)).body.items[0]).toMatchObject({
        id: again.id,
        state: 'ended',
      });
    });

    it('invariant 5: do not let one who is asked too speak twice', async () => {
      const { manager, secondManager, reviewer } = world.people;
      const id = await handedIn();
      await world.decideAs(reviewer, id, { verdict: 'approve' });
      const theirs = await world.approvalOf(manager, id);
      const made = await delegate(manager, secondManager, { endsAt: inDays(1) });
      await world.decideAs(secondManager, id, { verdict: 'abstain', reason: 'Too near to it' });
      const refused = await world.decide(secondManager, theirs, {
        verdict: 'approve',
        verifiedRating: 'limited',
        onBehalfOf: manager.memberId,
      });
      expect([refused.status, refused.body.detail]).toEqual([403, 'already_voted']);
      expect((await readAs(secondManager, theirs.id)).abilities['decide']).toEqual({ reason: 'already_voted' });
      await revoke(manager, made).expect(204);
    });

    it('who acts and for whom at once: exactly one of them decides', async () => {
      const { reviewer, leader } = world.people;
      const made = await delegate(reviewer, leader, { endsAt: inDays(1) });
      for (let round = 0; round < 6; round += 1) {
        const id = await handedIn();
        const approval = await world.approvalOf(reviewer, id);
        const own = () => world.decide(reviewer, approval, { verdict: 'approve' });
        const acted = () =>
          world.decide(leader, approval, { verdict: 'reject', reason: 'No.', onBehalfOf: reviewer.memberId });
        const answers = await Promise.all(round % 2 ? [own(), acted()] : [acted(), own()]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        const lost = answers.find(({ status }) => status === 409)?.body;
        expect(lost).toMatchObject({ code: 'already_decided', current: { state: 'decided' } });
      }
      await revoke(reviewer, made).expect(204);
    });

    it('revoking and deciding at once: the decision counts or the revocation, never both halves', async () => {
      const { reviewer, leader } = world.people;
      for (let round = 0; round < 6; round += 1) {
        const id = await handedIn();
        const approval = await world.approvalOf(reviewer, id);
        const made = await delegate(reviewer, leader, { endsAt: inDays(1) });
        const [decided, revoked] = await Promise.all([
          world.decide(leader, approval, { verdict: 'approve', onBehalfOf: reviewer.memberId }),
          revoke(reviewer, made),
        ]);
        expect(revoked?.status).toBe(204);
        expect([200, 403]).toContain(decided?.status);
        expect((await readAs(reviewer, approval.id)).state).toBe(decided?.status === 200 ? 'decided' : 'open');
      }
    });

    it('and after all of it every invariant holds', async () => {
      expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
    });
  });
});
