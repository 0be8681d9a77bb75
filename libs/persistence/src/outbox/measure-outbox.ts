import type { Database } from '../tenancy/database.js';
import { systemContext } from '../tenancy/tenant-context.js';

export interface OutboxFigures {
  /** Events that wait to be placed or queued, counted to 10,000. */
  waiting: number;
  /** Events whose job is not done, counted to 10,000. */
  unhandled: number;
  /** Deliveries that wait to be sent, counted to 10,000. */
  pendingDeliveries: number;
}

const MOST = 10_000;

export async function measureOutbox(system: Database): Promise<OutboxFigures> {
  const count = (from: string) => `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${MOST}) few)`;
  const row = await system.reader(systemContext()).one<{ waiting: number; unhandled: number; pending: number }>(
    `SELECT ${count('outbox_event e WHERE e.relayed_at IS NULL')} AS waiting, ${count('outbox_event e WHERE e.handled_at IS NULL')} AS unhandled,
       ${count(`delivery d WHERE d.status = 'pending'`)} AS pending`,
  );
  return { waiting: row?.waiting ?? 0, unhandled: row?.unhandled ?? 0, pendingDeliveries: row?.pending ?? 0 };
}
