import type { AuditEntry, AuditListQuery, MemberRef, Page } from '@uptake/contracts';
import { readList } from '../paging/read-list.js';
import type { Reader } from '../tenancy/transaction.js';

interface AuditRow extends Record<string, unknown> {
  id: string;
  sequence: string | null;
  hash: string | null;
  type: string;
  at: Date;
  actor: MemberRef | null;
  subject_kind: string;
  subject_id: string;
  item_id: string | null;
  data: Record<string, unknown>;
  correlation: string;
}

const COLUMNS = `a.id, a.sequence, a.hash, a.type, a.at, a.subject_kind, a.subject_id, a.item_id, a.data, a.correlation,
  CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name, 'active', m.deactivated_at IS NULL) END AS actor`;
const FROM = `audit_entry a LEFT JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.actor_id`;
const WHERE = `a.workspace_id = $1 AND ($2::text IS NULL OR a.type = $2) AND ($3::uuid IS NULL OR a.actor_id = $3) AND ($4::uuid IS NULL OR a.item_id = $4)
  AND (a.item_id IS NULL OR EXISTS (SELECT 1 FROM item i WHERE i.workspace_id = a.workspace_id AND i.id = a.item_id))`;
const sortable = { id: { sql: 'a.id', type: 'uuid' } } as const;

export class AuditRepository {
  /** Newest first. Rows about items the reader may not see are left out: the trail must not tell of confidential items. */
  async list(reader: Reader, query: AuditListQuery): Promise<Page<AuditEntry>> {
    const values = [reader.workspaceId, query.type ?? null, query.actor ?? null, query.item ?? null];
    const list = {
      columns: COLUMNS,
      from: FROM,
      where: WHERE,
      values,
      id: 'a.id',
      fields: sortable,
      fallback: '-id',
      changedAt: 'a.at',
    };
    const { rows, ...rest } = await readList<AuditRow>(reader, list, query);
    return { items: rows.map(present), ...rest };
  }
}

const present = (row: AuditRow): AuditEntry => ({
  id: row.id,
  sequence: row.sequence === null ? null : Number(row.sequence),
  hash: row.hash,
  type: row.type,
  at: row.at.toISOString(),
  actor: row.actor,
  subject: { kind: row.subject_kind, id: row.subject_id },
  itemId: row.item_id,
  data: row.data,
  correlation: row.correlation,
});
