import type { EventEnvelope, EventType } from '@uptake/contracts';
import type { Reader, Row } from '../tenancy/transaction.js';

interface EventRow extends Row {
  id: string;
  type: EventType;
  workspace_id: string;
  actor_id: string | null;
  subject_kind: string;
  subject_id: string;
  item_id: string | null;
  correlation: string;
  at: Date;
  data: Record<string, unknown>;
}

/** The event as it was written; undefined when it is not there (any more). */
export async function loadEvent(reader: Reader, id: string): Promise<EventEnvelope | undefined> {
  const row = await reader.one<EventRow>(
    `SELECT e.id, e.type, e.workspace_id, e.actor_id, e.subject_kind, e.subject_id, e.item_id, e.correlation, e.at, e.data
     FROM outbox_event e WHERE e.workspace_id = $1 AND e.id = $2`,
    [reader.workspaceId, id],
  );
  if (!row) return undefined;
  return {
    id: row.id,
    type: row.type,
    version: 1,
    workspaceId: row.workspace_id,
    actorId: row.actor_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    itemId: row.item_id,
    correlation: row.correlation,
    at: row.at.toISOString(),
    data: row.data,
  };
}
