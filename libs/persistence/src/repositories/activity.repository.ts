import type { ListQuery } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { keyset, pageOf } from '../paging/keyset.js';
import type { Reader } from '../tenancy/transaction.js';
import { memberJson } from './items/shown.js';

export interface ActivityRow extends Record<string, unknown> {
  id: string;
  type: string;
  at: Date;
  subject_kind: string;
  subject_id: string;
  data: Record<string, unknown>;
  words: Record<string, unknown> | null;
  actor: { id: string; name: string; active: boolean } | null;
}

/** What happened to an item, out of the audit trail: joined to the item, so that who may not see it sees none of it. */
export class ActivityRepository {
  /** Newest first unless sorted by `at`. Throws `not_found` when the item is none the reader may see. */
  async ofItem(
    reader: Reader,
    itemId: string,
    query: ListQuery,
  ): Promise<{ rows: ActivityRow[]; nextCursor: string | null; total?: number }> {
    const keys = keyset({
      sort: query.sort,
      fallback: '-at',
      fields: { at: { sql: 'e.at', type: 'timestamptz' } },
      id: 'e.id',
      cursor: query.cursor,
      offset: 4,
    });
    const sql = `
      SELECT ${query.count ? `(SELECT count(*)::int FROM audit_entry e WHERE e.workspace_id = i.workspace_id AND e.item_id = i.id AND ($4::timestamptz IS NULL OR e.at >= $4))` : 'NULL::int'} AS total, e.*
      FROM item i LEFT JOIN LATERAL (
        SELECT e.id, e.type, e.at, e.subject_kind, e.subject_id, e.data, w.data AS words, ${memberJson('m')} AS actor, ${keys.columns}
        FROM audit_entry e
        LEFT JOIN audit_personal w ON w.workspace_id = e.workspace_id AND w.entry_id = e.id
        LEFT JOIN member m ON m.workspace_id = e.workspace_id AND m.id = e.actor_id
        WHERE e.workspace_id = i.workspace_id AND e.item_id = i.id AND ($4::timestamptz IS NULL OR e.at >= $4) ${keys.where ? `AND ${keys.where}` : ''}
        ORDER BY ${keys.orderBy} LIMIT $3
      ) e ON true
      WHERE i.workspace_id = $1 AND i.id = $2 ORDER BY ${keys.orderBy}`;
    const rows = await reader.query<ActivityRow & { total: number | null }>(sql, [
      reader.workspaceId,
      itemId,
      query.limit + 1,
      query.updatedSince ?? null,
      ...keys.values,
    ]);
    if (rows.length === 0) throw new DomainError('not_found');
    const total = rows[0]?.total;
    const page = pageOf(
      rows.filter((row) => row.id !== null),
      query.limit,
      keys,
    );
    return typeof total === 'number' ? { ...page, total } : page;
  }
}
