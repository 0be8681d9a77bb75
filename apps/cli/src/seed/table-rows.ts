import { type Transaction, bulkLoad } from '@uptake/persistence';

/** The tables that a made workspace fills, each after those it points at. */
const tables = [
  'workspace',
  'app_user',
  'member',
  'api_token',
  'team',
  'team_member',
  'party',
  'workflow',
  'workflow_version',
  'brief',
  'brief_section',
  'passage',
  'item',
  'item_participant',
  'recommendation',
  'recommendation_addressee',
  'task',
  'checklist_entry',
  'item_dependency',
  'evidence',
  'run',
  'submission',
  'stage_run',
  'approval_request',
  'decision',
  'official_record',
  'audit_entry',
  'audit_personal',
  'audit_head',
  'notification',
  'counter',
] as const;
export type MadeTable = (typeof tables)[number];

/** Rows that wait to be written, by table. Each row of a table names the same columns in the same order. */
export class TableRows {
  private waiting = new Map<MadeTable, Record<string, unknown>[]>();

  add(table: MadeTable, ...rows: Record<string, unknown>[]): void {
    const there = this.waiting.get(table);
    if (there) there.push(...rows);
    else this.waiting.set(table, rows);
  }

  /** Takes what waits and writes it; what is added meanwhile waits for the next time. */
  async write(tx: Transaction): Promise<void> {
    const taken = this.waiting;
    this.waiting = new Map();
    for (const table of tables) await bulkLoad(tx, table, taken.get(table) ?? []);
  }
}
