import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

/** As the database's administrator, whom no row security holds: the strongest hand there is short of dropping the triggers. */
describe('the database itself refuses', () => {
  let api: TestApi;
  let owner: pg.Client;

  beforeAll(async () => {
    api = await startTestApi();
    const world = await ReviewWorld.open(api, 'river');
    const id = await world.recommendation();
    await world.submit(`/recommendations/${id}`, { rating: 'limited' });
    await world.decideAs(world.people.reviewer, id, { verdict: 'approve' });
    await world.decideAs(world.people.manager, id, { verdict: 'approve', verifiedRating: 'limited' });
    const open = await world.recommendation({ title: 'Open' });
    await world.submit(`/recommendations/${open}`);
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.stop();
  });

  /** The error of a statement, or how many rows it touched without one. */
  async function refusal(statement: string): Promise<{ code: string; message: string }> {
    try {
      const { rowCount } = await owner.query(statement);
      return { code: 'none', message: `touched ${rowCount} rows` };
    } catch (error) {
      return { code: (error as { code: string }).code, message: (error as Error).message };
    }
  }

  it.each([
    ['submission', `UPDATE submission SET narrative = 'other'`],
    ['submission', `DELETE FROM submission`],
    ['decision', `UPDATE decision SET verdict = 'approve'`],
    ['decision', `DELETE FROM decision`],
    ['official_record', `UPDATE official_record SET verified_rating = 'complete'`],
    ['official_record', `DELETE FROM official_record`],
  ])('to change a %s: %s', async (table, statement) => {
    expect(await refusal(statement)).toEqual({ code: '23514', message: `${table} is append-only` });
  });

  it.each([
    [`UPDATE workflow_version SET definition = jsonb_set(definition, '{name,en}', '"Other"')`],
    [`UPDATE workflow_version SET hash = repeat('0', 64)`],
    [`UPDATE workflow_version SET number = number + 1`],
    [`UPDATE workflow_version SET status = 'draft'`],
    [`DELETE FROM workflow_version`],
  ])('to change a published workflow: %s', async (statement) => {
    expect(await refusal(statement)).toEqual({ code: '23514', message: 'a published workflow version cannot change' });
  });

  it.each([
    ['run', `UPDATE run SET state = 'active', ended_at = NULL WHERE state = 'approved'`],
    ['run', `UPDATE run SET verified_rating = 'complete' WHERE state = 'approved'`],
    ['stage_run', `UPDATE stage_run SET state = 'open', closed_at = NULL WHERE state = 'approved'`],
    ['stage_run', `UPDATE stage_run SET state = 'rejected' WHERE state = 'approved'`],
    ['approval_request', `UPDATE approval_request SET state = 'open', closed_at = NULL WHERE state = 'decided'`],
  ])('to open a closed %s: %s', async (table, statement) => {
    expect(await refusal(statement)).toEqual({ code: '23514', message: `${table} is closed` });
  });

  it('a second decision on a request, a second run of a kind on an item, a second round of a stage', async () => {
    const copy = (table: string, columns: string, values: string, where: string) =>
      `INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} WHERE ${where} LIMIT 1`;
    const decision = 'workspace_id, request_id, run_id, stage_run_id, round, actor_id, verdict, subject_hash, at';
    expect(
      await refusal(copy('decision', `${decision}, id, position`, `${decision}, gen_random_uuid(), 99`, 'true')),
    ).toMatchObject({ code: '23505', message: expect.stringContaining('decision_once') });
    const run =
      'workspace_id, item_id, workflow_version_id, version_hash, submission_kind, state, round, submission_id, submitter_id, last_sequence, started_at';
    expect(
      await refusal(
        copy('run', `${run}, id, workflow_id`, `${run}, gen_random_uuid(), workflow_id`, `state = 'active'`),
      ),
    ).toMatchObject({ code: '23505', message: expect.stringContaining('run_active') });
    const stageRun =
      'workspace_id, run_id, stage_key, kind, round, state, required, eligible_ids, stage_hash, opened_at, closed_at';
    expect(
      await refusal(copy('stage_run', `${stageRun}, id, position`, `${stageRun}, gen_random_uuid(), 99`, 'true')),
    ).toMatchObject({ code: '23505', message: expect.stringContaining('stage_run_once') });
  });

  it('the role that serves people even to try', async () => {
    const app = new pg.Client({ connectionString: api.ownerUrl });
    await app.connect();
    await app.query('SET ROLE uptake_app');
    for (const table of ['submission', 'decision', 'official_record']) {
      await expect(app.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(app.query(`UPDATE ${table} SET workspace_id = workspace_id`)).rejects.toMatchObject({
        code: '42501',
      });
    }
    await app.end();
  });

  it('but lets a published version retire', async () => {
    const { rowCount } = await owner.query(`UPDATE workflow_version SET status = 'retired' WHERE status = 'published'`);
    expect(rowCount).toBe(4);
  });
});
