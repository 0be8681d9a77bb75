import { randomBytes } from 'node:crypto';
import type { EventType } from '@uptake/contracts';
import { commitmentOf } from './commitment.js';
import { newId } from '../new-id.js';
import type { Transaction } from '../tenancy/transaction.js';

export interface JournalEntry {
  type: EventType;
  /** UTC; the verb's clock, not the database's. */
  at: Date;
  /** null for the system itself. */
  actorId: string | null;
  subject: { kind: string; id: string };
  itemId?: string | null;
  /** Ids, states, numbers, dates: facts that may stay for ever. */
  data?: Record<string, unknown>;
  /** Names and free text: kept beside the chain behind a salted commitment, so that they can be erased. */
  personal?: Record<string, unknown>;
  /** Ties together what one request did. */
  correlation: string;
}

export const AUDIT_FORMAT = 1;

/**
 * Writes what happened, in the transaction that made it happen: one audit row (chained later by the sealer), its personal
 * words apart, and one outbox event under the same id (relayed later to queue and live stream). Answers the ids.
 */
export async function journal(tx: Transaction, entries: readonly JournalEntry[]): Promise<string[]> {
  const rows = entries.map((entry) => {
    const salt = entry.personal ? randomBytes(16).toString('hex') : null;
    return {
      id: newId(entry.at),
      type: entry.type,
      at: entry.at.toISOString(),
      actor_id: entry.actorId,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      item_id: entry.itemId ?? null,
      correlation: entry.correlation,
      data: entry.data ?? {},
      salt,
      personal: entry.personal ?? null,
      commitment: entry.personal && salt ? commitmentOf(salt, entry.personal) : null,
    };
  });
  if (rows.length === 0) return [];
  tx.defer(APPEND, [tx.workspaceId, AUDIT_FORMAT, JSON.stringify(rows)]);
  return rows.map((row) => row.id);
}

const APPEND = `
WITH entry AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS e(id uuid, type text, at timestamptz, actor_id uuid, subject_kind text, subject_id uuid,
    item_id uuid, correlation text, data jsonb, salt text, personal jsonb, commitment text)
), audited AS (
  INSERT INTO audit_entry (workspace_id, id, format, type, at, actor_id, subject_kind, subject_id, item_id, correlation, data, commitment)
  SELECT $1, id, $2, type, at, actor_id, subject_kind, subject_id, item_id, correlation, data, commitment FROM entry
), worded AS (
  INSERT INTO audit_personal (workspace_id, entry_id, salt, data) SELECT $1, id, salt, personal FROM entry WHERE personal IS NOT NULL
)
INSERT INTO outbox_event (workspace_id, id, type, actor_id, subject_kind, subject_id, item_id, correlation, at, data)
SELECT $1, id, type, actor_id, subject_kind, subject_id, item_id, correlation, at, data FROM entry`;
