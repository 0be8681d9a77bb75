import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval } from '@uptake/contracts';
import { systemContext } from '@uptake/persistence';
import { changedReview, publishInstead } from '../../support/publish-workflow.js';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

const PASSWORD = 'a long walk by the river';
const meaning = { en: 'I have checked the figures', ar: 'دققت الأرقام' };

describe('a stage to sign', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let browser: TestBrowser;
  const lines: string[] = [];

  beforeAll(async () => {
    api = await startTestApi({ logTo: (line) => void lines.push(line) });
    world = await ReviewWorld.open(api, 'river');
    await publishInstead(api, world.here.id, changedReview('signed-review', { review: { signature: { meaning } } }));
    await api.world.password(world.people.reviewer, PASSWORD);
    browser = api.browser();
    await browser.signIn(world.people.reviewer.email, PASSWORD);
  });
  afterAll(async () => {
    expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
    await api?.stop();
  });

  const asked = async (): Promise<Approval> => {
    const id = await world.recommendation();
    await world.submit(`/recommendations/${id}`);
    return world.approvalOf(world.people.reviewer, id);
  };
  const decide = ({ id, submissionHash }: Approval, password?: string) =>
    browser.post(`/workspaces/river/approvals/${id}/decision`).send({
      verdict: 'approve',
      submissionHash,
      ...(password === undefined ? {} : { signature: { password } }),
    });

  it('invariant 39: keeps name, time, meaning and method of one who proves anew who they are', async () => {
    const approval = await asked();
    expect(approval.signature).toEqual({ meaning });
    const { body } = await decide(approval, PASSWORD).expect(200);
    expect((body as Approval).submission.run.decisions).toMatchObject([
      {
        actor: { name: 'rana' },
        signature: { name: 'rana', meaning, method: 'password' },
        at: api.clock.now().toISOString(),
      },
    ]);
  });

  it('invariant 39: refuses without a password, by a wrong one and by a token, and decides nothing', async () => {
    const approval = await asked();
    expect((await decide(approval).expect(422)).body).toMatchObject({
      code: 'signature_required',
      errors: [{ path: 'signature' }],
    });
    expect((await decide(approval, 'something else').expect(422)).body).toMatchObject({
      code: 'signature_invalid',
      errors: [{ path: 'signature.password' }],
    });
    const byToken = await world.decide(world.people.reviewer, approval, {
      verdict: 'approve',
      signature: { password: PASSWORD },
    });
    expect([byToken.status, byToken.body.detail]).toEqual([403, 'token_cannot_sign']);
    expect((await world.as(world.people.reviewer).get(`/approvals/${approval.id}`)).body.state).toBe('open');
  });

  it('is no way to guess a password: tries count as failed sign-ins', async () => {
    const approval = await asked();
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) answers.push((await decide(approval, `guess ${n}`)).status);
    expect(answers.at(-1)).toBe(429);
    expect((await decide(approval, PASSWORD)).status).toBe(429);
    api.clock.advance({ minutes: 16 });
    await decide(approval, PASSWORD).expect(200);
  });

  it('asks for no signature where there is nothing to sign', async () => {
    const approval = await asked();
    await decide(approval, PASSWORD).expect(200);
    const next = await world.approvalOf(world.people.manager, approval.item.id);
    expect(next.signature).toBeNull();
    const stray = await world.decide(world.people.manager, next, { verdict: 'approve', signature: { password: 'x' } });
    expect(stray.status).toBe(403);
  });

  it('leaves the password nowhere: not in the log, the journal or the kept answers, nor as a hash of the request', async () => {
    const approval = await asked();
    const key = randomUUID();
    const send = (password: string) => decide(approval, password).set('idempotency-key', key);
    const first = await send(PASSWORD).expect(200);
    expect((await send(PASSWORD).expect(200)).text).toBe(first.text);
    expect((await send('another').expect(422)).body.code).toBe('idempotency_mismatch');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes(PASSWORD))).toEqual([]);
    const rows = await api.system.reader(systemContext(world.here.id)).query<{ row: string }>(
      `SELECT e::text AS row FROM audit_entry e WHERE e.workspace_id = $1 UNION ALL SELECT p::text FROM audit_personal p WHERE p.workspace_id = $1
         UNION ALL SELECT o::text FROM outbox_event o WHERE o.workspace_id = $1 UNION ALL SELECT d::text FROM decision d WHERE d.workspace_id = $1
         UNION ALL SELECT k::text FROM idempotency_key k`,
      [world.here.id],
    );
    expect(rows.filter(({ row }) => row.includes(PASSWORD))).toEqual([]);
    const [kept] = await api.system
      .reader(systemContext(world.here.id))
      .query<{ n: number }>(
        `SELECT count(*)::int AS n FROM idempotency_key k WHERE k.key = $1 AND k.fingerprint <> sha256(convert_to($2, 'UTF8'))`,
        [
          key,
          `POST /api/v1/workspaces/river/approvals/${approval.id}/decision\n${JSON.stringify({ signature: { password: PASSWORD }, submissionHash: approval.submissionHash, verdict: 'approve' })}`,
        ],
      );
    expect(kept?.n).toBe(1);
  });
});
