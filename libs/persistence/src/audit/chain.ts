import { createHash } from 'node:crypto';
import { canonicalJson } from '@uptake/domain';

/** An audit row as the chain hashes it. `at` has milliseconds; `data` is as PostgreSQL gives it back. */
export interface ChainedRow {
  workspace_id: string;
  id: string;
  format: number;
  type: string;
  at: Date;
  actor_id: string | null;
  subject_kind: string;
  subject_id: string;
  item_id: string | null;
  correlation: string;
  data: unknown;
  commitment: string | null;
}

export const chainedColumns =
  'a.workspace_id, a.id, a.format, a.type, a.at, a.actor_id, a.subject_kind, a.subject_id, a.item_id, a.correlation, a.data, a.commitment';

/** What stands before the first row of a workspace's chain. */
export const GENESIS = '0'.repeat(64);

/** sha-256, hex, over the RFC 8785 form of the row with its place and its predecessor's hash: format 1. */
export function hashOfRow(row: ChainedRow, sequence: number, previousHash: string): string {
  const { at, ...rest } = row;
  const { workspace_id, id, format, type, actor_id, subject_kind, subject_id, item_id, correlation, data, commitment } =
    rest;
  const hashed = {
    workspace_id,
    id,
    format,
    type,
    actor_id,
    subject_kind,
    subject_id,
    item_id,
    correlation,
    data,
    commitment,
    at: at.toISOString(),
    sequence,
    previous_hash: previousHash,
  };
  return createHash('sha256').update(canonicalJson(hashed)).digest('hex');
}
