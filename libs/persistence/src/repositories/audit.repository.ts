import type { AuditEntry, AuditListQuery, MemberRef, Page } from '@uptake/contracts';
import { keyset, pageOf } from '../paging/keyset.js';
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

export class AuditRepository {
  /** Newest first. Rows about items the reader may not see are left out: the trail must not tell of confidential items. */
  async list(reader: Reader, query: AuditListQuery): Promise<Page<AuditEntry>> {
    const keys = keyset({ sort: query.sort, fallback: '-id', fields: { id: { sql: 'a.id', type: 'uuid' } }, id: 'a.id', cursor: query.cursor, offset: 6 });
    const rows = await reader.query<AuditRow>(
      `SELECT a.id, a.sequence, a.hash, a.type, a.at, a.subject_kind, a.subject_id, a.item_id, a.data, a.correlation,
         CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name, 'active', m.deactivated_at IS NULL) END AS actor, ${keys.columns}
       FROM audit_entry a LEFT JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.actor_id
       WHERE a.workspace_id = $1 AND ($2::text IS NULL OR a.type = $2) AND ($3::uuid IS NULL OR a.actor_id = $3) AND ($4::uuid IS NULL OR a.item_id = $4) AND ($5::timestamptz IS NULL OR a.at >= $5)
         AND (a.item_id IS NULL OR EXISTS (SELECT 1 FROM item i WHERE i.workspace_id = a.workspace_id AND i.id = a.item_id))
         ${keys.where ? `AND ${keys.where}` : ''}
       ORDER BY ${keys.orderBy} LIMIT $6`,
      [reader.workspaceId, query.type ?? null, query.actor ?? null, query.item ?? null, query.updatedSince ?? null, query.limit + 1, ...keys.values],
    );
    const { rows: shown, nextCursor } = pageOf(rows, query.limit, keys);
    return { items: shown.map(present), nextCursor };
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
