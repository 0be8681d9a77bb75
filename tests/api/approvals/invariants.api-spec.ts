import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '@uptake/persistence';
import pg from 'pg';
import { ReviewWorld } from '../../support/review-world.js';
import { brokenInvariants, runInvariants } from '../../support/run-invariants.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

/**
 * The test of the tests: each invariant is broken by hand, past all triggers, and must be found. What an index keeps from being
 * broken at all is tried and must be refused.
 */
describe('the search for broken invariants', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let hand: pg.Client;

  beforeAll(async () => {
    api = await startTestApi();
    world = await ReviewWorld.open(api, 'river');
    const approved = await world.recommendation();
    await world.submit(`/recommendations/${approved}`, { rating: 'limited' });
    await world.decideAs(world.people.reviewer, approved, { verdict: 'request_changes', reason: 'More.' });
    await world.submit(`/recommendations/${approved}`, { rating: 'limited', narrative: 'More of it.' });
    await world.decideAs(world.people.reviewer, approved, { verdict: 'approve' });
    await world.decideAs(world.people.manager, approved, { verdict: 'approve', verifiedRating: 'limited' });
    const open = await world.recommendation({ title: 'Open' });
    await world.submit(`/recommendations/${open}`);
    const halfway = await world.recommendation({ title: 'Halfway' });
    await world.submit(`/recommendations/${halfway}`);
    await world.decideAs(world.people.reviewer, halfway, { verdict: 'approve' });
    hand = new pg.Client({ connectionString: api.ownerUrl });
    await hand.connect();
  });
  afterAll(async () => {
    await hand?.end();
    await api?.stop();
  });

  /** What is found while the damage stands; it is undone afterwards. */
  async function foundAfter(...damage: string[]): Promise<string[]> {
    await hand.query('BEGIN');
    try {
      await hand.query(`SET LOCAL session_replication_role = 'replica'`);
      for (const statement of damage) {
        const { rowCount } = await hand.query(statement);
        expect({ statement, touched: (rowCount ?? 0) > 0 }).toEqual({ statement, touched: true });
      }
      const query = async (text: string, values?: readonly unknown[]) =>
        (await hand.query(text, [...(values ?? [])])).rows as never;
      return await brokenInvariants({
        workspaceId: world.here.id,
        query,
        some: query,
        one: async (text, values) => (await hand.query(text, [...(values ?? [])])).rows[0] as never,
      });
    } finally {
      await hand.query('ROLLBACK');
    }
  }

  it('finds nothing in what the product wrote', async () => {
    expect(await brokenInvariants(api.system.reader(systemContext(world.here.id)))).toEqual([]);
    expect(await foundAfter('SELECT 1')).toEqual([]);
  });

  const ofApproved = `(SELECT id FROM run WHERE state = 'approved')`;
  it.each<[number, string]>([
    [
      1,
      `UPDATE submission s SET submitted_by = d.actor_id FROM decision d WHERE d.run_id = s.run_id AND d.verdict = 'approve'`,
    ],
    [1, `UPDATE submission s SET editor_ids = ARRAY[d.actor_id] FROM decision d WHERE d.run_id = s.run_id`],
    [2, `UPDATE stage_run SET eligible_ids = '{}' WHERE state = 'approved'`],
    [2, `UPDATE member m SET deactivated_at = d.at - interval '1 hour' FROM decision d WHERE d.actor_id = m.id`],
    [
      3,
      `UPDATE decision d SET actor_id = (SELECT x.actor_id FROM decision x WHERE x.run_id = d.run_id ORDER BY x.position LIMIT 1) WHERE run_id = ${ofApproved}`,
    ],
    [
      4,
      `UPDATE decision d SET on_behalf_of_id = m.id, delegation_id = gen_random_uuid() FROM member m WHERE m.name = 'amal'`,
    ],
    [
      5,
      `INSERT INTO decision (workspace_id, id, request_id, run_id, stage_run_id, position, round, actor_id, on_behalf_of_id, delegation_id, verdict, subject_hash, at)
      SELECT d.workspace_id, gen_random_uuid(), gen_random_uuid(), d.run_id, d.stage_run_id, d.position + 100, d.round, m.id, d.actor_id, gen_random_uuid(), d.verdict, d.subject_hash, d.at
      FROM decision d JOIN member m ON m.workspace_id = d.workspace_id AND m.name = 'amal'`,
    ],
    [
      6,
      `UPDATE member m SET deactivated_at = now() FROM approval_request q WHERE q.member_id = m.id AND q.state = 'open'`,
    ],
    [7, `UPDATE stage_run SET eligible_ids = '{}' WHERE state = 'open'`],
    [8, `UPDATE stage_run SET required = 9 WHERE state = 'open'`],
    [10, `DELETE FROM decision WHERE verdict = 'request_changes'`],
    [10, `UPDATE approval_request SET state = 'cancelled' WHERE state = 'decided'`],
    [11, `UPDATE stage_run SET state = 'open', closed_at = NULL WHERE state = 'approved'`],
    [
      11,
      `INSERT INTO audit_entry SELECT workspace_id, gen_random_uuid(), format, type, at, actor_id, subject_kind, subject_id, item_id, correlation, jsonb_set(data, '{sequence}', '99') FROM audit_entry WHERE type = 'stage.completed'`,
    ],
    [12, `UPDATE decision SET verdict = 'abstain' WHERE verdict = 'approve'`],
    [12, `UPDATE decision SET verdict = 'reject' WHERE run_id = ${ofApproved}`],
    [13, `UPDATE decision SET subject_hash = repeat('0', 64) WHERE verdict = 'approve'`],
    [14, `UPDATE audit_entry SET data = jsonb_set(data, '{sequence}', '98') WHERE type = 'approval-request.decided'`],
    [15, `UPDATE stage_run SET required = required + 1 WHERE kind = 'approval'`],
    [16, `UPDATE stage_run SET state = 'rejected' WHERE stage_key = 'review' AND run_id = ${ofApproved}`],
    [16, `UPDATE run SET state = 'approved', ended_at = now() WHERE state = 'active'`],
    [19, `UPDATE stage_run SET state = 'approved' WHERE stage_key = 'review' AND run_id = ${ofApproved}`],
    [20, `UPDATE stage_run SET state = 'open', closed_at = NULL WHERE run_id = ${ofApproved}`],
    [22, `UPDATE run SET state = 'withdrawn', ended_at = now() WHERE state = 'active'`],
    [24, `UPDATE run SET state = 'rejected' WHERE state = 'approved'`],
    [26, `UPDATE workflow_version SET definition = jsonb_set(definition, '{stages,1,quorum}', '{"kind":"all"}')`],
    [39, `UPDATE decision SET signature_name = 'Nobody', signature_meaning = '{}', signature_method = 'password'`],
    [
      29,
      `INSERT INTO item_gate (workspace_id, id, item_id, kind, depends_on_id, created_by, created_at)
      SELECT a.workspace_id, gen_random_uuid(), a.id, 'closed', b.id, a.created_by, now() FROM item a JOIN item b ON b.workspace_id = a.workspace_id AND b.id <> a.id`,
    ],
    [38, `UPDATE run SET round = round + 1`],
    [38, `UPDATE decision SET reason = 'Something else.'`],
    [38, `DELETE FROM audit_entry WHERE type = 'stage.opened'`],
  ])('finds %i broken by: %s', async (number, damage) => {
    expect((await foundAfter(damage)).map((found) => Number.parseInt(found))).toContain(number);
  });

  it.each<[number, string, string]>([
    [
      9,
      'decision_key',
      `UPDATE decision SET actor_id = (SELECT min(actor_id::text)::uuid FROM decision), idempotency_key = 'one'`,
    ],
    [10, 'decision_once', `UPDATE decision SET request_id = (SELECT min(request_id::text)::uuid FROM decision)`],
    [
      21,
      'run_active_workflow',
      `UPDATE run SET item_id = (SELECT min(item_id::text)::uuid FROM run), state = 'active', ended_at = NULL`,
    ],
    [
      34,
      'delivery_once',
      `INSERT INTO delivery (workspace_id, id, event_id, recipient_id, channel, reason, status, created_at)
      SELECT m.workspace_id, gen_random_uuid(), m.workspace_id, m.id, 'mail', 'owner', 'pending', now() FROM member m CROSS JOIN generate_series(1, 2)`,
    ],
  ])('cannot break %i at all: the index %s stands before it', async (_number, index, damage) => {
    await expect(foundAfter(damage)).rejects.toMatchObject({ code: '23505', constraint: index });
  });

  it('knows every invariant that runs must keep on the database', () => {
    const numbers = new Set([...runInvariants.map(({ number }) => number), 26, 38]);
    expect([...numbers].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19, 20, 21, 22, 24, 26, 29, 30, 31, 32, 33, 34, 38, 39,
    ]);
  });
});
