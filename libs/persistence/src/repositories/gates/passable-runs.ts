import type { Reader } from '../../tenancy/transaction.js';
import { isMetSql } from './gate-state.sql.js';

export interface PassableRun {
  workspace_id: string;
  item_id: string;
  run_id: string;
}

/**
 * Runs over all workspaces that stand at an open gate though nothing is waited for any more: a day has come, or two moved at once
 * and neither saw the other. For the system alone; at most `limit`, the longest waiting first.
 */
export function passableRuns(reader: Pick<Reader, 'query'>, at: Date, limit: number): Promise<PassableRun[]> {
  return reader.query<PassableRun & Record<string, unknown>>(
    `SELECT t.workspace_id, r.item_id, t.run_id FROM stage_run t
     JOIN run r ON r.workspace_id = t.workspace_id AND r.id = t.run_id AND r.ended_at IS NULL
     JOIN workspace w ON w.id = t.workspace_id
     WHERE t.state = 'open' AND t.kind = 'gate' AND NOT EXISTS (
       SELECT 1 FROM item_gate g LEFT JOIN item d ON d.workspace_id = g.workspace_id AND d.id = g.depends_on_id
       WHERE g.workspace_id = t.workspace_id AND g.item_id = r.item_id AND NOT (${isMetSql('$1')}))
     ORDER BY t.opened_at, t.id LIMIT $2`,
    [at, limit],
  );
}
