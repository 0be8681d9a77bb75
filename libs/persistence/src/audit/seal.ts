import type { Database } from '../tenancy/database.js';
import { systemContext } from '../tenancy/tenant-context.js';
import { type ChainedRow, GENESIS, chainedColumns, hashOfRow } from './chain.js';
import type { HeadKey } from './head-key.js';

const BATCH = 2_000;

/** Workspaces with rows that have no place in their chain yet. */
export async function workspacesToSeal(system: Database): Promise<string[]> {
  // a loose index scan: one look a workspace, however many rows wait
  const rows = await system
    .reader(systemContext())
    .query<{ id: string }>(
      `SELECT w.id FROM workspace w WHERE EXISTS (SELECT 1 FROM audit_entry a WHERE a.workspace_id = w.id AND a.sequence IS NULL)`,
    );
  return rows.map((row) => row.id);
}

/**
 * Gives the next rows of one workspace their place and hash, and signs the new head. Writers never wait for it: they append
 * without a place, and only sealers of the same workspace queue on its lock. Answers how many rows it sealed.
 */
export async function sealWorkspace(system: Database, key: HeadKey, workspaceId: string, now: Date): Promise<number> {
  return system.transaction(systemContext(workspaceId), async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit:' || $1::text, 0))`, [workspaceId]);
    const last = await tx.one<{ sequence: string; hash: string }>(
      `SELECT a.sequence, a.hash FROM audit_entry a WHERE a.workspace_id = $1 AND a.sequence IS NOT NULL ORDER BY a.sequence DESC LIMIT 1`,
      [workspaceId],
    );
    const rows = await tx.query<ChainedRow & Record<string, unknown>>(
      `SELECT ${chainedColumns} FROM audit_entry a WHERE a.workspace_id = $1 AND a.sequence IS NULL ORDER BY a.id LIMIT ${BATCH}`,
      [workspaceId],
    );
    if (rows.length === 0) return 0;
    let sequence = Number(last?.sequence ?? 0);
    let hash = last?.hash ?? GENESIS;
    const sealed = rows.map((row) => {
      const previous = hash;
      sequence += 1;
      hash = hashOfRow(row, sequence, previous);
      return { id: row.id, sequence, previous, hash };
    });
    await tx.query(
      `UPDATE audit_entry a SET sequence = s.sequence, previous_hash = s.previous, hash = s.hash
       FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, sequence bigint, previous text, hash text) WHERE a.workspace_id = $1 AND a.id = s.id`,
      [workspaceId, JSON.stringify(sealed)],
    );
    const head = key.sign({ workspaceId, sequence, hash, sealedAt: now.toISOString() });
    await tx.query(
      `INSERT INTO audit_head (workspace_id, sequence, hash, sealed_at, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6)`,
      [workspaceId, sequence, hash, head.sealedAt, head.keyId, head.signature],
    );
    return rows.length;
  });
}

/** Seals whatever waits, in every workspace; the worker runs it each second, `verify` and the seeds before they end. */
export async function sealAll(system: Database, key: HeadKey, now: () => Date): Promise<number> {
  let total = 0;
  for (const workspaceId of await workspacesToSeal(system)) {
    for (let sealed = BATCH; sealed === BATCH;) {
      sealed = await sealWorkspace(system, key, workspaceId, now());
      total += sealed;
    }
  }
  return total;
}
