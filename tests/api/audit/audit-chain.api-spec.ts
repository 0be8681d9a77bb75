import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AuditHead, GENESIS, HeadKey, hashOfRow, sealAll, systemContext, verifyChain } from '@uptake/persistence';
import pg from 'pg';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

describe('the audit chain', () => {
  let api: TestApi;
  let owner: pg.Client;
  let key: HeadKey;
  let here: TestWorkspace;
  let admin: Person;

  beforeAll(async () => {
    api = await startTestApi();
    key = new HeadKey(api.appSecret);
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.stop();
  });

  let counter = 0;
  beforeEach(async () => {
    counter += 1;
    here = await api.world.workspace(`w${counter}`);
    admin = await api.world.person(here, 'amal', 'admin');
    for (const name of ['A', 'B', 'C', 'D'])
      await api.as(admin).post(`/workspaces/${here.slug}/teams`).send({ name }).expect(201);
    await seal();
  });

  const seal = () => sealAll(api.system, key, () => api.clock.now());
  const verify = (kept: AuditHead[] = []) =>
    verifyChain(api.system.reader(systemContext(here.id)), key, api.clock.now(), kept);
  const tamper = (sql: string) => owner.query(sql.replaceAll(':w', `'${here.id}'`));
  const faults = async (kept?: AuditHead[]) => (await verify(kept)).faults.map((f) => f.fault);

  it('holds over what the API did, and says so to administrators', async () => {
    const { body } = await api.as(admin).get(`/workspaces/${here.slug}/audit/verification`).expect(200);
    expect(body).toMatchObject({ ok: true, rows: 4, notYetSealed: 0, faults: [], head: { sequence: 4 } });
    const contributor = await api.world.person(here, 'karim', 'contributor');
    await api.as(contributor).get(`/workspaces/${here.slug}/audit/verification`).expect(403);
    await api.as(contributor).get(`/workspaces/${here.slug}/audit`).expect(403);
  });

  it('lists the rows with their places, newest first, a page at a time', async () => {
    const first = await api.as(admin).get(`/workspaces/${here.slug}/audit?limit=3`).expect(200);
    expect(first.body.items.map((e: { sequence: number }) => e.sequence)).toEqual([4, 3, 2]);
    const second = await api
      .as(admin)
      .get(`/workspaces/${here.slug}/audit?limit=3&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(second.body).toMatchObject({
      items: [{ sequence: 1, type: 'team.created', actor: { name: 'amal' } }],
      nextCursor: null,
    });
  });

  it('counts rows that are not sealed yet, and seals them after the sealed ones', async () => {
    await api.as(admin).post(`/workspaces/${here.slug}/teams`).send({ name: 'E' }).expect(201);
    expect(await verify()).toMatchObject({ ok: true, rows: 4, notYetSealed: 1 });
    await seal();
    expect(await verify()).toMatchObject({ ok: true, rows: 5, notYetSealed: 0 });
  });

  it.each([
    [
      'a changed row',
      `UPDATE audit_entry SET data = '{"memberIds":["x"]}' WHERE workspace_id = :w AND sequence = 2`,
      'changed',
    ],
    ['a changed actor', `UPDATE audit_entry SET actor_id = NULL WHERE workspace_id = :w AND sequence = 3`, 'changed'],
    [
      'a changed time',
      `UPDATE audit_entry SET at = at + interval '1 ms' WHERE workspace_id = :w AND sequence = 1`,
      'changed',
    ],
    ['a deleted row', `DELETE FROM audit_entry WHERE workspace_id = :w AND sequence = 2`, 'missing'],
    ['a cut end', `DELETE FROM audit_entry WHERE workspace_id = :w AND sequence > 2`, 'cut'],
    [
      'a cut end with its heads',
      `WITH x AS (DELETE FROM audit_head WHERE workspace_id = :w) DELETE FROM audit_entry WHERE workspace_id = :w`,
      'missing',
    ],
    ['removed heads', `DELETE FROM audit_head WHERE workspace_id = :w`, 'cut'],
    ['changed words', `UPDATE audit_personal SET data = '{"name":"Z"}' WHERE workspace_id = :w`, 'personal_changed'],
    ['removed words', `DELETE FROM audit_personal WHERE workspace_id = :w`, 'personal_changed'],
  ])('finds %s', async (_, sql, fault) => {
    await tamper(sql);
    expect(await faults()).toContain(fault);
  });

  it('finds rows put in another order', async () => {
    await tamper(`UPDATE audit_entry SET sequence = 99 WHERE workspace_id = :w AND sequence = 2`);
    await tamper(`UPDATE audit_entry SET sequence = 2 WHERE workspace_id = :w AND sequence = 3`);
    await tamper(`UPDATE audit_entry SET sequence = 3 WHERE workspace_id = :w AND sequence = 99`);
    expect(await faults()).toEqual(expect.arrayContaining(['reordered', 'changed']));
  });

  it('finds a row that was deleted before it was sealed', async () => {
    await api.as(admin).post(`/workspaces/${here.slug}/teams`).send({ name: 'E' }).expect(201);
    await tamper(`DELETE FROM audit_entry WHERE workspace_id = :w AND sequence IS NULL`);
    expect(await faults()).toEqual(['missing']);
  });

  it('still holds when words were erased', async () => {
    await tamper(`UPDATE audit_personal SET data = NULL, salt = NULL, erased_at = now() WHERE workspace_id = :w`);
    expect(await faults()).toEqual([]);
  });

  describe('when the owner of the database recomputes it whole', () => {
    const recompute = async (sign: HeadKey) => {
      await tamper(`DELETE FROM audit_entry WHERE workspace_id = :w AND sequence = 2`);
      await tamper(
        `DELETE FROM outbox_event o WHERE workspace_id = :w AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.id = o.id)`,
      );
      await tamper(
        `DELETE FROM audit_personal o WHERE workspace_id = :w AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.id = o.entry_id)`,
      );
      await tamper(`DELETE FROM audit_head WHERE workspace_id = :w`);
      await tamper(`UPDATE audit_entry SET sequence = NULL, hash = NULL, previous_hash = NULL WHERE workspace_id = :w`);
      await sealAll(api.system, sign, () => api.clock.now());
    };

    it('is caught by the signature, since the database does not hold the key', async () => {
      await recompute(new HeadKey('another secret of the owner'));
      expect(await faults()).toContain('head_forged');
    });

    it('is caught by a head exported before, even if the key was stolen', async () => {
      const { head } = await verify();
      if (!head) throw new Error('no head');
      const exported: AuditHead = { workspaceId: here.id, keyId: key.id, ...head };
      await recompute(key);
      expect(await faults()).toEqual([]);
      expect(await faults([exported])).toEqual(['cut']);
      await api.as(admin).post(`/workspaces/${here.slug}/teams`).send({ name: 'E' }).expect(201);
      await seal();
      expect(await faults([exported])).toEqual(['head_mismatch']);
    });
  });

  it('cannot be changed by the role that serves requests', async () => {
    const app = new pg.Client({ connectionString: api.ownerUrl });
    await app.connect();
    await app.query('SET ROLE uptake_app');
    for (const sql of [`UPDATE audit_entry SET type = 'x'`, 'DELETE FROM audit_entry', 'DELETE FROM audit_head']) {
      await expect(app.query(sql)).rejects.toThrow(/permission denied/);
    }
    await app.end();
  });

  it('hashes rows as format 1 says', () => {
    const row = {
      workspace_id: 'w',
      id: 'i',
      format: 1,
      type: 't',
      at: new Date('2026-01-02T03:04:05.678Z'),
      actor_id: null,
      subject_kind: 'k',
      subject_id: 's',
      item_id: null,
      correlation: 'c',
      data: { b: 1, a: [2] },
      commitment: null,
    };
    // sha256 of the canonical text, computed once by hand with sha256sum
    expect(hashOfRow(row, 1, GENESIS)).toBe('26f504a6fccd93b911dde1b63ddeef6a33ebca047da9a740174985ffdcfd7325');
  });
});
