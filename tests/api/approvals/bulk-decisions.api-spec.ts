import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval, BulkDecisionsResult } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import type { Person } from '../../support/people.js';
import { changedReview, publishInstead } from '../../support/publish-workflow.js';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('decisions in bulk', () => {
  let api: TestApi;
  let world: ReviewWorld;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(async () => {
    expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
    await api?.stop();
  });

  const asked = async (person: Person = world.people.reviewer): Promise<Approval> => {
    const id = await world.recommendation();
    await world.submit(`/recommendations/${id}`);
    return world.approvalOf(person, id);
  };
  const send = (by: Person, decisions: object[]) => world.as(by).post('/bulk-decisions').send({ decisions });
  const approve = ({ id, submissionHash }: Approval, more: object = {}) => ({
    approvalId: id,
    verdict: 'approve',
    submissionHash,
    ...more,
  });
  const results = ({ body }: { body: unknown }) => (body as BulkDecisionsResult).results;

  it('invariant 41: are each what the single one would be, done or refused, in the order asked', async () => {
    const { reviewer, secondReviewer } = world.people;
    const [good, taken, stale, reasonless] = [await asked(), await asked(), await asked(), await asked()];
    const others = await asked(secondReviewer);
    await world.decideAs(secondReviewer, taken.item.id, { verdict: 'approve' });
    const body = [
      approve(stale, { submissionHash: 'f'.repeat(64) }),
      approve(good, { reason: 'Fine' }),
      approve(taken),
      approve(reasonless, { verdict: 'reject' }),
      approve(others),
      { ...approve(good), approvalId: randomUUID() },
    ];
    const answer = await send(reviewer, body).expect(200);
    expect(results(answer).map(({ approvalId }) => approvalId)).toEqual(body.map(({ approvalId }) => approvalId));
    const singles = await Promise.all(
      body.map((decision, at) =>
        at === 1
          ? { status: 200, body: { code: undefined } }
          : world
              .as(reviewer)
              .post(`/approvals/${decision.approvalId}/decision`)
              .send({ ...decision, approvalId: undefined }),
      ),
    );
    expect(results(answer).map(({ status, problem }) => [status, problem?.code])).toEqual(
      singles.map(({ status, body: { code } }) => [status, code]),
    );
    expect(results(answer).map(({ status }) => status)).toEqual([409, 200, 409, 422, 403, 404]);
    expect(results(answer)[2]?.problem?.current).toMatchObject({ state: 'superseded' });
    const after = async ({ id }: Approval) => (await world.as(reviewer).get(`/approvals/${id}`).expect(200)).body;
    expect(await after(good)).toMatchObject({ state: 'decided', verdict: 'approve' });
    expect(await after(stale)).toMatchObject({ state: 'open' });
    expect(await after(reasonless)).toMatchObject({ state: 'open' });
  });

  it('name what is asked twice, and then do nothing', async () => {
    const approval = await asked();
    const refused = await send(world.people.reviewer, [
      approve(approval),
      approve(approval, { verdict: 'abstain' }),
    ]).expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'decisions.1.approvalId' })]);
    expect((await world.as(world.people.reviewer).get(`/approvals/${approval.id}`)).body.state).toBe('open');
    await send(world.people.reviewer, []).expect(422);
    await send(
      world.people.reviewer,
      Array.from({ length: 101 }, () => ({ ...approve(approval), approvalId: randomUUID() })),
    ).expect(422);
  });

  it('invariant 9: are answered once under one key, byte for byte, however often it comes', async () => {
    const approvals = [await asked(), await asked()];
    const key = randomUUID();
    const once = () =>
      send(
        world.people.reviewer,
        approvals.map((one) => approve(one)),
      ).set('idempotency-key', key);
    const answers = await Promise.all([once(), once(), once()]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(results(answers[0] as never).map(({ status }) => status)).toEqual([200, 200]);
    api.clock.advance({ hours: 25 });
    expect(results(await once()).map(({ status }) => status)).toEqual([200, 200]);
    const other = await send(world.people.reviewer, [approve(approvals[0] as Approval)]).set('idempotency-key', key);
    expect(other.body.code).toBe('idempotency_mismatch');
  });

  it('of two people at once, each in another order: every request is decided once, and nobody waits for ever', async () => {
    const { reviewer, secondReviewer } = world.people;
    const items: string[] = [];
    for (let n = 0; n < 8; n += 1) items.push((await asked()).item.id);
    const of = async (person: Person) => Promise.all(items.map((id) => world.approvalOf(person, id)));
    const [rana, rami] = [await of(reviewer), await of(secondReviewer)];
    const [one, other] = await Promise.all([
      send(
        reviewer,
        rana.map((approval) => approve(approval)),
      ).set('idempotency-key', randomUUID()),
      send(
        secondReviewer,
        rami.reverse().map((approval) => approve(approval)),
      ).set('idempotency-key', randomUUID()),
    ]);
    const first = results(one as never).map(({ status }) => status);
    const second = results(other as never)
      .map(({ status }) => status)
      .reverse();
    expect(first.map((status, at) => [status, second[at]].sort())).toEqual(items.map(() => [200, 409]));
  });

  it('act for others, and sign nothing', async () => {
    const { reviewer, leader } = world.people;
    const endsAt = new Date(api.clock.now().getTime() + 86_400_000).toISOString();
    await world.as(reviewer).post('/delegations').send({ toId: leader.memberId, endsAt }).expect(201);
    const approval = await asked();
    const acted = await send(leader, [approve(approval, { onBehalfOf: reviewer.memberId })]).expect(200);
    expect(results(acted)).toEqual([{ approvalId: approval.id, status: 200 }]);
    const meaning = { en: 'I have checked it' };
    await publishInstead(api, world.here.id, changedReview('signed-review', { review: { signature: { meaning } } }));
    const signed = await asked();
    expect(results(await send(reviewer, [approve(signed)]).expect(200))).toMatchObject([
      { status: 422, problem: { code: 'signature_required' } },
    ]);
    await send(reviewer, [approve(signed, { signature: { password: 'x' } })]).expect(422);
  });
});
