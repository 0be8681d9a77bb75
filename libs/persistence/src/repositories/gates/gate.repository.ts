import type { GateNow } from '@uptake/domain';
import type { Reader } from '../../tenancy/transaction.js';
import { isMetSql } from './gate-state.sql.js';

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
}
