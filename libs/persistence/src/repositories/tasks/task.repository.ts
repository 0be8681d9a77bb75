import { DomainError } from '@uptake/domain';
import { type ListedPage, listedPage } from '../../paging/list-sql.js';
import { trackNew } from '../../rollups/track-rollup.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';
import { type TaskFilters, isOfFew, listTasksSql } from './list-tasks.sql.js';
import { INSERT_TASK, type NewChecklistEntry, type NewTask, taskValues } from './new-task.js';
import { TASK_DETAIL, type TaskDetailRow, type TaskRow } from './task-row.js';

/** What a task has beside what all items have. Lists and details are one statement each. */
export class TaskRepository {
  /**
   * Makes a task with its number, checklist and dependencies, and counts it in the rollups (so the caller must not).
   * The caller writes `task.created`. An id that is not of this workspace fails its foreign key.
   */
  insert(tx: Transaction, made: NewTask): Promise<{ id: string; number: number }> {
    return trackNew(tx, [made.id], made, async () => {
      const row = await tx.one<{ number: number }>(INSERT_TASK, taskValues(tx.workspaceId, made));
      if (!row) throw new Error('A task was made without a number');
      return { id: made.id, number: row.number };
    });
  }

  async list(reader: Reader, memberId: string, query: TaskFilters, today: string): Promise<ListedPage<TaskRow>> {
    const { text, values, keys } = listTasksSql(reader.workspaceId, memberId, query, today);
    const rows = await (isOfFew(query) ? reader.some<TaskRow>(text, values) : reader.query<TaskRow>(text, values));
    return listedPage(rows, query.limit, keys);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, memberId: string, id: string): Promise<TaskDetailRow> {
    const row = await reader.one<TaskDetailRow>(TASK_DETAIL, [reader.workspaceId, id, memberId]);
    if (!row) throw new DomainError('not_found', { detail: 'No such task' });
    return row;
  }

  /** The item must be locked. */
  async change(
    tx: Transaction,
    id: string,
    to: { title: string; priority: string; description?: string | undefined },
    at: Date,
  ): Promise<void> {
    const sql = `WITH words AS (UPDATE task k SET description = coalesce($5, k.description) WHERE k.workspace_id = $1 AND k.item_id = $2)
      UPDATE item i SET title = $3, priority = $4, version = version + 1, updated_at = $6 WHERE i.workspace_id = $1 AND i.id = $2`;
    await tx.query(sql, [tx.workspaceId, id, to.title, to.priority, to.description ?? null, at]);
  }

  async checklist(tx: Transaction, id: string): Promise<NewChecklistEntry[]> {
    const sql = `SELECT e.id, e.text, e.done FROM checklist_entry e WHERE e.workspace_id = $1 AND e.item_id = $2 ORDER BY e.position`;
    return tx.query<NewChecklistEntry & Record<string, unknown>>(sql, [tx.workspaceId, id]);
  }

  /** The list as a whole, in its order; entries keep the ids they come with. */
  async replaceChecklist(tx: Transaction, id: string, entries: readonly NewChecklistEntry[]): Promise<void> {
    await tx.query(`DELETE FROM checklist_entry e WHERE e.workspace_id = $1 AND e.item_id = $2`, [tx.workspaceId, id]);
    const sql = `INSERT INTO checklist_entry (workspace_id, id, item_id, position, text, done)
      SELECT $1, e.id, $2, row_number() OVER (), e.text, e.done FROM jsonb_to_recordset($3::jsonb) AS e(id uuid, text text, done boolean)`;
    await tx.query(sql, [tx.workspaceId, id, JSON.stringify(entries)]);
  }

  /** null once it is open again. */
  async setDropReason(tx: Transaction, id: string, reason: string | null): Promise<void> {
    await tx.query(`UPDATE task k SET drop_reason = $3 WHERE k.workspace_id = $1 AND k.item_id = $2`, [
      tx.workspaceId,
      id,
      reason,
    ]);
  }

  /** What an approved update says of progress and fields; what it does not speak of stays. Answers the progress before. */
  async project(
    tx: Transaction,
    id: string,
    to: { progress: number | null; fields: Record<string, unknown> },
  ): Promise<{ from: number; to: number }> {
    const sql = `UPDATE task k SET progress = coalesce($3, b.progress), fields = b.fields || $4::jsonb FROM task b
      WHERE k.workspace_id = $1 AND k.item_id = $2 AND b.workspace_id = k.workspace_id AND b.item_id = k.item_id RETURNING b.progress AS "from", k.progress AS "to"`;
    const progress = await tx.one<{ from: number; to: number }>(sql, [
      tx.workspaceId,
      id,
      to.progress,
      JSON.stringify(to.fields),
    ]);
    if (!progress) throw new DomainError('not_found');
    return progress;
  }
}
