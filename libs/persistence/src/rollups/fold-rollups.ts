import type { Database } from '../tenancy/database.js';
import { systemContext } from '../tenancy/tenant-context.js';
import { rollupDimensions } from './track-rollup.js';

const BATCH = 5_000;
const list = rollupDimensions.join(', ');

/**
 * Moves increments into cells: taken and added in one statement, so a reader that sums both in one snapshot is right at any
 * moment. Folders may run at once; each takes rows the other has not. Answers how many increments it folded.
 */
export async function foldRollups(system: Database): Promise<number> {
  const workspaces = await system
    .reader(systemContext())
    .query<{ id: string }>(
      `SELECT w.id FROM workspace w WHERE EXISTS (SELECT 1 FROM rollup_delta d WHERE d.workspace_id = w.id)`,
    );
  let total = 0;
  for (const { id } of workspaces) {
    for (let folded = BATCH; folded === BATCH; total += folded) folded = await foldWorkspace(system, id);
  }
  return total;
}

function foldWorkspace(system: Database, workspaceId: string): Promise<number> {
  return system.transaction(systemContext(workspaceId), async (tx) => {
    // two folders of one workspace would deadlock on the cells they both add to
    const { free } = (await tx.one<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('rollup:' || $1::text, 0)) AS free`,
      [workspaceId],
    )) ?? { free: false };
    if (!free) return 0;
    const row = await tx.one<{ taken: number }>(
      `WITH taken AS (
         DELETE FROM rollup_delta d WHERE d.workspace_id = $1 AND d.id IN (SELECT n.id FROM rollup_delta n WHERE n.workspace_id = $1 ORDER BY n.id LIMIT ${BATCH}) RETURNING d.*
       ), added AS (
         INSERT INTO rollup_cell AS c (workspace_id, day, ${list}, amount)
         SELECT $1, day, ${list}, sum(amount) FROM taken GROUP BY day, ${list} HAVING sum(amount) <> 0
         ON CONFLICT (workspace_id, item_kind, day, brief_id, section_id, blueprint, owner_id, team_id, status, rating, visibility, due_on, waiting) DO UPDATE SET amount = c.amount + excluded.amount
       ) SELECT count(*)::int AS taken FROM taken`,
      [workspaceId],
    );
    await tx.query(`DELETE FROM rollup_cell c WHERE c.workspace_id = $1 AND c.amount = 0`, [workspaceId]);
    return row?.taken ?? 0;
  });
}
