import type { Database } from '../../tenancy/database.js';
import { systemContext } from '../../tenancy/tenant-context.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

export interface TimerPlace {
  run_id: string;
  item_id: string;
}
export interface DueTimer {
  workspaceId: string;
  timerId: string;
}

const BATCH = 100;
const MINUTE_MS = 60_000;

/** The steps of deadlines, beside the runs that they belong to. What a timer is and does is said by the run's events alone. */
export class TimerRepository {
  /** Where a timer belongs, which never changes; undefined for an unknown one. */
  placeOf(reader: Reader, id: string): Promise<TimerPlace | undefined> {
    return reader.one<TimerPlace & Record<string, unknown>>(
      `SELECT t.run_id, r.item_id FROM timer t JOIN run r ON r.workspace_id = t.workspace_id AND r.id = t.run_id
       WHERE t.workspace_id = $1 AND t.id = $2`,
      [reader.workspaceId, id],
    );
  }

  /** Holds the timer; the caller holds its run already. */
  async lock(tx: Transaction, id: string): Promise<void> {
    await tx.query(`SELECT t.id FROM timer t WHERE t.workspace_id = $1 AND t.id = $2 FOR UPDATE`, [tx.workspaceId, id]);
  }

  /**
   * Takes up timers that are due by now, of all workspaces, the longest due first: several sweeps at once get others. One that was taken
   * up and has not acted since is found again a minute later, or when the clock has jumped back behind that; so a crash loses none.
   */
  async takeDue(system: Database, now: Date): Promise<DueTimer[]> {
    const rows = await system.transaction(systemContext(), (tx) =>
      tx.query<{ workspace_id: string; id: string }>(
        `WITH due AS (
           SELECT t.workspace_id, t.id FROM timer t
           WHERE t.state = 'set' AND t.fire_at <= $1 AND (t.swept_at IS NULL OR t.swept_at <= $2 OR t.swept_at > $1)
           ORDER BY t.fire_at, t.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
         ), taken AS (
           UPDATE timer t SET swept_at = $1 FROM due d WHERE t.workspace_id = d.workspace_id AND t.id = d.id
           RETURNING t.workspace_id, t.id, t.fire_at
         )
         SELECT workspace_id, id FROM taken ORDER BY fire_at, id`,
        [now, new Date(now.getTime() - MINUTE_MS)],
      ),
    );
    return rows.map(({ workspace_id: workspaceId, id: timerId }) => ({ workspaceId, timerId }));
  }
}
