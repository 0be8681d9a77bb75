import { DomainError, type Dependency } from '@uptake/domain';
import type { Transaction } from '../../tenancy/transaction.js';

/** Which tasks wait for which. */
export class TaskDependencyRepository {
  /** Throws `not_found` unless all of these are tasks that the actor may see. */
  async requireTasks(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const sql = `SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.kind = 'task' AND i.id = ANY($2::uuid[])`;
    const found = new Set((await tx.query<{ id: string }>(sql, [tx.workspaceId, ids])).map((row) => row.id));
    if (ids.some((id) => !found.has(id)))
      throw new DomainError('not_found', { detail: 'A task it is to depend on does not exist' });
  }

  /**
   * Lets one change of dependencies at a time through in a workspace, until its transaction ends: two at once could each close
   * half of a cycle, and no constraint can see that.
   */
  async lock(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1::text, 20260302))`, [
      `dependencies ${tx.workspaceId}`,
    ]);
  }

  /** Every dependency that can be reached from these tasks, of hidden tasks too: a cycle through them is one all the same. */
  async reachable(tx: Transaction, ids: readonly string[]): Promise<Dependency[]> {
    const sql = `WITH RECURSIVE reached AS (
        SELECT d.item_id, d.depends_on_id FROM item_dependency d WHERE d.workspace_id = $1 AND d.item_id = ANY($2::uuid[])
        UNION
        SELECT d.item_id, d.depends_on_id FROM reached JOIN item_dependency d ON d.workspace_id = $1 AND d.item_id = reached.depends_on_id
      ) SELECT item_id AS "itemId", depends_on_id AS "dependsOnId" FROM reached`;
    return tx.query<Dependency & Record<string, unknown>>(sql, [tx.workspaceId, ids]);
  }

  /** The tasks it depends on, of those the actor may see. */
  async of(tx: Transaction, id: string): Promise<string[]> {
    const sql = `SELECT d.depends_on_id FROM item_dependency d JOIN item i ON i.workspace_id = d.workspace_id AND i.id = d.depends_on_id
      WHERE d.workspace_id = $1 AND d.item_id = $2 ORDER BY d.depends_on_id`;
    return (await tx.query<{ depends_on_id: string }>(sql, [tx.workspaceId, id])).map((row) => row.depends_on_id);
  }

  /** Those the actor cannot see stay as they are. */
  async replace(tx: Transaction, id: string, dependsOn: readonly string[]): Promise<void> {
    const clear = `DELETE FROM item_dependency d USING item i
      WHERE d.workspace_id = $1 AND d.item_id = $2 AND i.workspace_id = d.workspace_id AND i.id = d.depends_on_id AND d.depends_on_id <> ALL($3::uuid[])`;
    await tx.query(clear, [tx.workspaceId, id, dependsOn]);
    const sql = `INSERT INTO item_dependency (workspace_id, item_id, depends_on_id) SELECT $1, $2, d FROM unnest($3::uuid[]) d ON CONFLICT DO NOTHING`;
    await tx.query(sql, [tx.workspaceId, id, dependsOn]);
  }
}
