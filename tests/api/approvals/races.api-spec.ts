import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decide } from '@uptake/approvals';
import type { Approval, DecisionInput, Submission, Verdict } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { compareRollups, systemContext } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import type { Person } from '../../support/people.js';
import { ReviewWorld, update } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const RACERS = 40;
const verdicts: Verdict[] = ['approve', 'request_changes', 'reject', 'abstain'];
const inputOf = (racer: number, submissionHash: string): DecisionInput => ({
  verdict: verdicts[racer % 4] ?? 'approve',
  reason: `Racer ${racer}`,
  submissionHash,
});

interface Finish {
  status: number;
  code?: string;
  current?: Approval;
}

/** Who is first decides, and everybody else is told so: held by row locks, backed by a unique index, at real concurrency. */
describe('races', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let scope: WorkspaceScope;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    scope = await api.scopeOf(world.people.reviewer, 'river');
  });
  afterAll(() => api?.stop());

  const reader = () => api.system.reader(systemContext(world.here.id));
  const handedIn = async (changes: Record<string, unknown> = {}) => {
    const id = await world.recommendation();
    return { id, submission: await world.submit(`/recommendations/${id}`, changes) };
  };
  /** The verb itself in a transaction of its own, answered as HTTP would. */
  const decideDirectly = async (by: WorkspaceScope, approvalId: string, input: DecisionInput): Promise<Finish> => {
    try {
      return { status: 200, current: await api.verb(Decide).execute(by, approvalId, input, null) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { status: 409, code: error.code, current: error.details.current as Approval };
    }
  };
  const decideByHttp = async (by: Person, approvalId: string, input: DecisionInput): Promise<Finish> => {
    const { status, body } = await world.as(by).post(`/approvals/${approvalId}/decision`).send(input);
    return status === 200 ? { status, current: body } : { status, code: body.code, current: body.current };
  };
  const inBatches = async (size: number, tasks: (() => Promise<void>)[]): Promise<void> => {
    for (let at = 0; at < tasks.length; at += size) await Promise.all(tasks.slice(at, at + size).map((task) => task()));
  };

  it('50 requests, 40 racers on each: exactly one decides, the others are told who decided what and when', async () => {
    const requests: { approvalId: string; hash: string }[] = [];
    for (let n = 0; n < 50; n += 1) {
      const { submission } = await handedIn();
      const asked = submission.run.stages.find((stage) => stage.key === 'review')?.asked ?? [];
      const approvalId = asked.find(({ member }) => member.name === 'rana')?.approvalId ?? '';
      requests.push({ approvalId, hash: submission.hash });
    }
    const winners = new Map<string, Verdict>();
    await inBatches(
      5,
      requests.map(({ approvalId, hash }) => async () => {
        const finishes = await Promise.all(
          Array.from({ length: RACERS }, (_, racer) =>
            racer % 10 === 0
              ? decideByHttp(world.people.reviewer, approvalId, inputOf(racer, hash))
              : decideDirectly(scope, approvalId, inputOf(racer, hash)),
          ),
        );
        const won = finishes.filter(({ status }) => status === 200);
        expect(won).toHaveLength(1);
        const verdict = won[0]?.current?.verdict as Verdict;
        winners.set(approvalId, verdict);
        for (const { status, code, current } of finishes.filter((finish) => finish !== won[0])) {
          expect({ status, code, state: current?.state, verdict: current?.verdict }).toEqual({
            status: 409,
            code: 'already_decided',
            state: 'decided',
            verdict,
          });
          const decision = current?.submission.run.decisions.find((candidate) => candidate.approvalId === approvalId);
          expect(decision).toMatchObject({ verdict, actor: { name: 'rana' }, at: api.clock.now().toISOString() });
        }
      }),
    );
    const decided = await reader().query<{ request_id: string; verdict: Verdict }>(
      `SELECT d.request_id, d.verdict FROM decision d WHERE d.workspace_id = $1`,
      [world.here.id],
    );
    expect(new Map(decided.map((row) => [row.request_id, row.verdict]))).toEqual(winners);
    expect(decided).toHaveLength(50);
  }, 240_000);

  it('40 people asked the same, any of whom suffices: one closes the stage, once', async () => {
    const crowd = await Promise.all(
      Array.from({ length: RACERS - 2 }, (_, n) => api.world.person(world.here, `reviewer-${n}`, 'reviewer')),
    );
    const people = [...crowd, world.people.reviewer, world.people.secondReviewer];
    const scopes = new Map(
      await Promise.all(people.map(async (person) => [person.memberId, await api.scopeOf(person, 'river')] as const)),
    );
    for (let round = 0; round < 3; round += 1) {
      const { submission } = await handedIn();
      const asked = submission.run.stages.find((stage) => stage.key === 'review')?.asked ?? [];
      expect(asked).toHaveLength(RACERS);
      const finishes = await Promise.all(
        asked.map(({ approvalId, member }) =>
          decideDirectly(scopes.get(member.id) as WorkspaceScope, approvalId, {
            verdict: 'approve',
            submissionHash: submission.hash,
          }),
        ),
      );
      expect(finishes.filter(({ status }) => status === 200)).toHaveLength(1);
      const losers = finishes.filter(({ status }) => status !== 200);
      expect(new Set(losers.map(({ code, current }) => `${code} ${current?.state}`))).toEqual(
        new Set(['request_closed superseded']),
      );
      for (const { current } of losers) expect(current?.submission.run.decisions).toHaveLength(1);
      const completions = await reader().query(
        `SELECT e.id FROM audit_entry e WHERE e.workspace_id = $1 AND e.type = 'stage.completed' AND e.data->>'runId' = $2 AND e.data->>'stageKey' = 'review'`,
        [world.here.id, submission.run.id],
      );
      expect(completions).toHaveLength(1);
      await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(200);
    }
  }, 60_000);

  it('20 submissions at once: one is under way, the others are shown it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await world.recommendation();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          world
            .as(n % 2 ? world.people.owner : world.people.contributor)
            .post(`/recommendations/${id}/submissions`)
            .send(update({ narrative: `Racer ${n}` })),
        ),
      );
      const [won, ...more] = answers.filter(({ status }) => status === 201);
      expect(more).toEqual([]);
      for (const { status, body } of answers.filter((answer) => answer !== won)) {
        expect({ status, code: body.code, shown: body.current?.id }).toEqual({
          status: 409,
          code: 'submission_under_way',
          shown: won?.body.id,
        });
      }
    }
  }, 60_000);

  it('20 next revisions at once: one is the second', async () => {
    const { id, submission } = await handedIn();
    await world.decideAs(world.people.reviewer, id, { verdict: 'request_changes', reason: 'More.' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world
          .as(world.people.owner)
          .post(`/recommendations/${id}/submissions`)
          .send(update({ narrative: `Better ${n}` })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    const { body } = await world.as(world.people.owner).get(`/submissions/${submission.id}`);
    expect(body.revisions).toHaveLength(2);
  });

  it('withdrawing against a rejection: one of them ends the run, the other is told', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const { id, submission } = await handedIn();
      const approval = await world.approvalOf(world.people.reviewer, id);
      const decide = () => world.decide(world.people.reviewer, approval, { verdict: 'reject', reason: 'No.' });
      const withdraw = () => world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`);
      const [first, second] = round % 2 ? [decide, withdraw] : [withdraw, decide];
      const answers = await Promise.all([first(), second()]);
      const [decided, withdrawn] = round % 2 ? answers : [answers[1], answers[0]];
      const after: Submission = (await world.as(world.people.owner).get(`/submissions/${submission.id}`)).body;
      if (decided?.status === 200)
        expect([withdrawn?.status, withdrawn?.body.code, after.state, after.run.decisions.length]).toEqual([
          409,
          'run_not_active',
          'rejected',
          1,
        ]);
      else
        expect([withdrawn?.status, decided?.body.code, after.state, after.run.decisions.length]).toEqual([
          200,
          'request_closed',
          'withdrawn',
          0,
        ]);
      outcomes.add(after.state);
      expect((await world.as(world.people.owner).get(`/recommendations/${id}`)).body.waiting).toBe(false);
    }
    expect([...outcomes].every((state) => ['rejected', 'withdrawn'].includes(state))).toBe(true);
  }, 60_000);

  it('two managers with different ratings: one sets the record, and its version counts one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, submission } = await handedIn({ rating: 'substantial' });
      await world.decideAs(world.people.reviewer, id, { verdict: 'approve' });
      const approvals = await Promise.all(
        [world.people.manager, world.people.secondManager].map((person) => world.approvalOf(person, id)),
      );
      const [one, other] = await Promise.all([
        world.decide(world.people.manager, approvals[0] as Approval, {
          verdict: 'approve',
          verifiedRating: 'substantial',
        }),
        world.decide(world.people.secondManager, approvals[1] as Approval, {
          verdict: 'approve',
          verifiedRating: 'limited',
          ratingReason: 'Half of it.',
        }),
      ]);
      expect([one?.status, other?.status].sort()).toEqual([200, 409]);
      const rating = one?.status === 200 ? 'substantial' : 'limited';
      const { body } = await world.as(world.people.leader).get(`/recommendations/${id}/history`);
      expect(body.items).toEqual([
        expect.objectContaining({ version: 1, submissionId: submission.id, verifiedRating: rating }),
      ]);
      expect((await world.as(world.people.leader).get(`/recommendations/${id}`)).body.verifiedRating).toBe(rating);
    }
  }, 60_000);

  it('one idempotency key, 40 times at once: one decision and one answer, and the key is good for nothing else', async () => {
    const { id } = await handedIn();
    const approval = await world.approvalOf(world.people.reviewer, id);
    const send = (decision: Record<string, unknown>) =>
      world.decide(world.people.reviewer, approval, decision).set('idempotency-key', `key-${id}`);
    const answers = await Promise.all(Array.from({ length: RACERS }, () => send({ verdict: 'approve' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, body: { state: 'decided', verdict: 'approve' } });
    expect((await send({ verdict: 'reject', reason: 'No.' })).body.code).toBe('idempotency_mismatch');
    const kept = await reader().query(
      `SELECT d.idempotency_key FROM decision d WHERE d.workspace_id = $1 AND d.request_id = $2`,
      [world.here.id, approval.id],
    );
    expect(kept).toEqual([{ idempotency_key: `key-${id}` }]);
  });

  it('a key that came back long after is still answered by the decision it made', async () => {
    const { id } = await handedIn();
    const approval = await world.approvalOf(world.people.reviewer, id);
    const send = (decision: Record<string, unknown>) =>
      world.decide(world.people.reviewer, approval, decision).set('idempotency-key', `late-${id}`);
    await send({ verdict: 'approve' }).expect(200);
    api.clock.advance({ hours: 25 });
    expect((await send({ verdict: 'approve' }).expect(200)).body).toMatchObject({
      verdict: 'approve',
      state: 'decided',
    });
    api.clock.advance({ hours: 25 });
    expect((await send({ verdict: 'reject', reason: 'No.' }).expect(422)).body.code).toBe('idempotency_mismatch');
  });

  it('and after all of it every invariant holds and every figure agrees with a recount', async () => {
    expect(await brokenInvariants(reader())).toEqual([]);
    expect(await compareRollups(reader())).toEqual([]);
  });
});

/** The second line of defence: the conditional update of the run and the unique index, with every row lock taken out of the SQL. */
describe('races without row locks', () => {
  let api: TestApi;
  let world: ReviewWorld;
  beforeAll(async () => {
    api = await startTestApi({ rewrite: (sql) => sql.replace(/ FOR UPDATE$/, '') });
    world = await ReviewWorld.open(api, 'river');
  });
  afterAll(() => api?.stop());

  it('still let one decision through, and leave nothing half done', async () => {
    const scope = await api.scopeOf(world.people.reviewer, 'river');
    for (let round = 0; round < 8; round += 1) {
      const id = await world.recommendation();
      await world.submit(`/recommendations/${id}`);
      const { id: approvalId, submissionHash } = await world.approvalOf(world.people.reviewer, id);
      const finishes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, racer) =>
          api.verb(Decide).execute(scope, approvalId, inputOf(racer, submissionHash), null),
        ),
      );
      expect(finishes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const codes = finishes.flatMap((finish) =>
        finish.status === 'rejected' ? [(finish.reason as DomainError).code] : [],
      );
      expect(codes.filter((code) => !['already_decided', 'unavailable'].includes(code))).toEqual([]);
    }
    const reader = api.system.reader(systemContext(world.here.id));
    expect(await reader.query(`SELECT d.id FROM decision d WHERE d.workspace_id = $1`, [world.here.id])).toHaveLength(
      8,
    );
    expect(await brokenInvariants(reader)).toEqual([]);
  }, 60_000);
});
