import { trackRollup } from '../../rollups/track-rollup.js';
import type { Transaction } from '../../tenancy/transaction.js';
import { INSERT_TASK, type NewTask, taskValues } from './new-task.js';

export class TaskRepository {
  /**
   * Makes a task with its number, checklist and dependencies, and counts it in the rollups (so the caller must not).
   * The caller writes `task.created`. An id that is not of this workspace fails its foreign key.
   */
  insert(tx: Transaction, made: NewTask): Promise<{ id: string; number: number }> {
    return trackRollup(tx, [made.id], made, async () => {
      const row = await tx.one<{ number: number }>(INSERT_TASK, taskValues(tx.workspaceId, made));
      if (!row) throw new Error('A task was made without a number');
      return { id: made.id, number: row.number };
    });
  }
}
