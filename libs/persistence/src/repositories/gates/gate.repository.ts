import type { GateKind, ItemRef } from '@uptake/contracts';
import { type Dependency, DomainError, type GateNow } from '@uptake/domain';
import type { Reader, Transaction } from '../../tenancy/transaction.js';
import { isMetSql } from './gate-state.sql.js';

export interface GateRow {
  id: string;
  kind: GateKind;
  depends_on_id: string | null;
  /** Null where it is hidden from the reader. */
  item: ItemRef | null;
  on_date: string | null;
  offset_days: number | null;
  opens_on: string | null;
  is_met: boolean;
}
export interface WaitingRow {
  id: string;
  kind: GateKind;
  item: ItemRef | null;
}
export interface NewGate {
  id: string;
  itemId: string;
  kind: GateKind;
  dependsOnId: string | null;
  date: string | null;
  offsetDays: number | null;
  createdBy: string;
  at: Date;
}
export interface WaitingRun {
  item_id: string;
  run_id: string;
}

const itemRef = (item: string): string =>
  `CASE WHEN ${item}.id IS NOT NULL THEN jsonb_build_object('id', ${item}.id, 'kind', ${item}.kind, 'reference', ${item}.reference, 'title', ${item}.title) END`;

/** What items wait for. */
export class GateRepository {
  /** All gates of an item and which are met at this instant; those on items hidden from the reader read as unmet: widen the sight before. */
  now(reader: Reader, itemId: string, at: Date): Promise<GateNow[]> {
    return reader.query<GateNow & Record<string, unknown>>(
      `SELECT g.id, ${isMetSql('$3')} AS "isMet"
       FROM item_gate g
       JOIN workspace w ON w.id = g.workspace_id
       LEFT JOIN item d ON d.workspace_id = g.workspace_id AND d.id = g.depends_on_id
       WHERE g.workspace_id = $1 AND g.item_id = $2 ORDER BY g.created_at, g.id`,
      [reader.workspaceId, itemId, at],
    );
  }

  /** As the reader may see them, in the order in which they were made. */
  waitsFor(reader: Reader, itemId: string, at: Date): Promise<GateRow[]> {
    return reader.query<GateRow & Record<string, unknown>>(
      `SELECT g.id, g.kind, g.depends_on_id, ${itemRef('d')} AS item, g.on_date::text AS on_date, g.offset_days, g.opens_on::text AS opens_on, ${isMetSql('$3')} AS is_met
       FROM item_gate g
       JOIN workspace w ON w.id = g.workspace_id
       LEFT JOIN item d ON d.workspace_id = g.workspace_id AND d.id = g.depends_on_id
       WHERE g.workspace_id = $1 AND g.item_id = $2 ORDER BY g.created_at, g.id`,
      [reader.workspaceId, itemId, at],
    );
  }

  waitedForBy(reader: Reader, itemId: string): Promise<WaitingRow[]> {
    return reader.query<WaitingRow & Record<string, unknown>>(
      `SELECT g.id, g.kind, ${itemRef('i')} AS item
       FROM item_gate g LEFT JOIN item i ON i.workspace_id = g.workspace_id AND i.id = g.item_id
       WHERE g.workspace_id = $1 AND g.depends_on_id = $2 ORDER BY g.created_at, g.id`,
      [reader.workspaceId, itemId],
    );
  }

  /** One change of gates at a time in a workspace, until its transaction ends: two at once could each close half of a circle. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1::text, 20261126))`, [`gates ${tx.workspaceId}`]);
  }

  /** Every wait that can be reached from an item, over hidden items too: a circle through them is one all the same. */
  reachable(tx: Transaction, itemId: string): Promise<Dependency[]> {
    return tx.query<Dependency & Record<string, unknown>>(
      `WITH RECURSIVE reached AS (
        SELECT g.item_id, g.depends_on_id FROM item_gate g WHERE g.workspace_id = $1 AND g.item_id = $2 AND g.depends_on_id IS NOT NULL
        UNION
        SELECT g.item_id, g.depends_on_id FROM reached JOIN item_gate g ON g.workspace_id = $1 AND g.item_id = reached.depends_on_id AND g.depends_on_id IS NOT NULL
      ) SELECT item_id AS "itemId", depends_on_id AS "dependsOnId" FROM reached`,
      [tx.workspaceId, itemId],
    );
  }

  /** False, and nothing happens, where the item waits for the same already. */
  async insert(tx: Transaction, made: NewGate): Promise<boolean> {
    const added = await tx.affect(
      `INSERT INTO item_gate (workspace_id, id, item_id, kind, depends_on_id, on_date, offset_days, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        tx.workspaceId,
        made.id,
        made.itemId,
        made.kind,
        made.dependsOnId,
        made.date,
        made.offsetDays,
        made.createdBy,
        made.at,
      ],
    );
    return added === 1;
  }

  /** Answers what it waited for. Throws `not_found`. */
  async remove(tx: Transaction, itemId: string, id: string): Promise<{ kind: GateKind; depends_on_id: string | null }> {
    const gone = await tx.one<{ kind: GateKind; depends_on_id: string | null }>(
      `DELETE FROM item_gate g WHERE g.workspace_id = $1 AND g.item_id = $2 AND g.id = $3 RETURNING g.kind, g.depends_on_id`,
      [tx.workspaceId, itemId, id],
    );
    if (!gone) throw new DomainError('not_found');
    return gone;
  }

  /** Runs that stand at an open gate because of one of these items, in the order in which they must be locked. */
  waitingFor(reader: Reader, itemIds: readonly string[]): Promise<WaitingRun[]> {
    return reader.query<WaitingRun & Record<string, unknown>>(
      `SELECT DISTINCT r.item_id, r.id AS run_id FROM item_gate g
       JOIN run r ON r.workspace_id = g.workspace_id AND r.item_id = g.item_id AND r.state IN ('active','changes_requested')
       JOIN stage_run t ON t.workspace_id = r.workspace_id AND t.run_id = r.id AND t.state = 'open' AND t.kind = 'gate'
       WHERE g.workspace_id = $1 AND g.depends_on_id = ANY($2::uuid[]) ORDER BY r.item_id, r.id`,
      [reader.workspaceId, itemIds],
    );
  }

  /** Runs of an item that stand at an open gate, in the order in which they must be locked. */
  waitingOn(reader: Reader, itemId: string): Promise<WaitingRun[]> {
    return reader.query<WaitingRun & Record<string, unknown>>(
      `SELECT DISTINCT r.item_id, r.id AS run_id FROM run r
       JOIN stage_run t ON t.workspace_id = r.workspace_id AND t.run_id = r.id AND t.state = 'open' AND t.kind = 'gate'
       WHERE r.workspace_id = $1 AND r.item_id = $2 AND r.state IN ('active','changes_requested') ORDER BY r.item_id, r.id`,
      [reader.workspaceId, itemId],
    );
  }
}
