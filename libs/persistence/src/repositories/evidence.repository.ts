import type { ItemKind, Part } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { IsNull } from 'typeorm';
import { EvidenceEntity } from '../entities/index.js';
import { instantSql } from '../instant-sql.js';
import { keyset, pageOf } from '../paging/keyset.js';
import type { Reader, Row, Transaction } from '../tenancy/transaction.js';
import { partsSql } from './item.repository.js';

export interface NewEvidence {
  id: string;
  itemId: string;
  kind: 'file' | 'link';
  title: string;
  mediaType: string | null;
  size: number | null;
  sha256: string | null;
  storageKey: string | null;
  url: string | null;
  versionOf: string | null;
  uploadedBy: string;
  at: Date;
}

export interface EvidenceRow extends Row {
  id: string;
  item_id: string;
  item_kind: ItemKind;
  kind: 'file' | 'link';
  title: string;
  media_type: string | null;
  size_bytes: string | null;
  sha256: string | null;
  storage_key: string | null;
  url: string | null;
  scan_state: 'not_scanned' | 'clean' | 'infected';
  version_of: string | null;
  uploaded_by: string;
  created_at: string;
  /** A submission names it: it stays for ever. */
  cited: boolean;
  removed: boolean;
  /** The reader's parts in its item. */
  parts: Part[];
}

const columns = (
  member: string,
): string => `e.id, e.item_id, i.kind AS item_kind, e.kind, e.title, e.media_type, e.size_bytes, e.sha256, e.storage_key, e.url,
  e.scan_state, e.version_of, m.name AS uploaded_by, ${instantSql('e.created_at')} AS created_at, e.removed_at IS NOT NULL AS removed,
  EXISTS (SELECT 1 FROM submission s WHERE s.workspace_id = e.workspace_id AND s.item_id = e.item_id AND e.id = ANY(s.evidence_ids)) AS cited,
  ${partsSql('i', member)} AS parts`;
const FROM = `evidence e
  JOIN item i ON i.workspace_id = e.workspace_id AND i.id = e.item_id
  JOIN member m ON m.workspace_id = e.workspace_id AND m.id = e.uploaded_by`;

const sortable = {
  createdAt: { sql: 'e.created_at', type: 'timestamptz' },
  title: { sql: 'e.title', type: 'text' },
} as const;

/** Files and links of items. Whoever may not see the item finds nothing here. */
export class EvidenceRepository {
  async insert(tx: Transaction, made: NewEvidence): Promise<void> {
    const { size, at, ...rest } = made;
    const sizeBytes = size === null ? null : String(size);
    await (
      await tx.entities()
    ).insert(EvidenceEntity, { ...rest, workspaceId: tx.workspaceId, sizeBytes, createdAt: at });
  }

  /** Those among the ids that the reader may know of, removed ones included; in the order of their making. */
  byIds(reader: Reader, ids: readonly string[], readerMemberId: string): Promise<EvidenceRow[]> {
    const sql = `SELECT ${columns('$3')} FROM ${FROM} WHERE e.workspace_id = $1 AND e.id = ANY($2::uuid[]) ORDER BY e.created_at, e.id`;
    return reader.some<EvidenceRow>(sql, [reader.workspaceId, ids, readerMemberId]);
  }

  /** Throws `not_found`, also for what was removed. */
  async get(reader: Reader, id: string, readerMemberId: string): Promise<EvidenceRow> {
    const [row] = await this.byIds(reader, [id], readerMemberId);
    if (!row || row.removed) throw new DomainError('not_found', { detail: 'No such evidence' });
    return row;
  }

  async ofItem(
    reader: Reader,
    itemId: string,
    readerMemberId: string,
    query: { limit: number; cursor?: string | undefined; sort?: string | undefined; updatedSince?: string | undefined },
  ): Promise<{ rows: EvidenceRow[]; nextCursor: string | null }> {
    const keys = keyset({
      sort: query.sort,
      fallback: 'createdAt',
      fields: sortable,
      id: 'e.id',
      cursor: query.cursor,
      offset: 5,
    });
    const sql = `SELECT ${columns('$3')}, ${keys.columns} FROM ${FROM}
      WHERE e.workspace_id = $1 AND e.item_id = $2 AND e.removed_at IS NULL AND ($4::timestamptz IS NULL OR e.created_at >= $4)
        ${keys.where ? `AND ${keys.where}` : ''}
      ORDER BY ${keys.orderBy} LIMIT $5`;
    const values = [
      reader.workspaceId,
      itemId,
      readerMemberId,
      query.updatedSince ?? null,
      query.limit + 1,
      ...keys.values,
    ];
    return pageOf(await reader.query<EvidenceRow>(sql, values), query.limit, keys);
  }

  async countOfItem(reader: Reader, itemId: string, updatedSince?: string): Promise<number> {
    const sql = `SELECT count(*)::int AS total FROM evidence e JOIN item i ON i.workspace_id = e.workspace_id AND i.id = e.item_id
      WHERE e.workspace_id = $1 AND e.item_id = $2 AND e.removed_at IS NULL AND ($3::timestamptz IS NULL OR e.created_at >= $3)`;
    return (await reader.one<{ total: number }>(sql, [reader.workspaceId, itemId, updatedSince ?? null]))?.total ?? 0;
  }

  /**
   * Those of these keys that no evidence of the workspace needs: their row was removed, or never came. None where the workspace is not of
   * this database, for then the files are not this database's to judge. For the system, which sees all rows.
   */
  async unneeded(reader: Reader, keys: readonly string[]): Promise<string[]> {
    const sql = `SELECT k.key FROM unnest($2::text[]) AS k(key)
      WHERE EXISTS (SELECT 1 FROM workspace w WHERE w.id = $1)
        AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.workspace_id = $1 AND e.id = right(k.key, 36)::uuid AND e.storage_key = k.key AND e.removed_at IS NULL)`;
    return (await reader.query<{ key: string }>(sql, [reader.workspaceId, keys])).map(({ key }) => key);
  }

  /** The row stays, for the trail; its file is the caller's to remove after the commit. */
  async remove(tx: Transaction, id: string, at: Date): Promise<void> {
    const standing = { workspaceId: tx.workspaceId, id, removedAt: IsNull() };
    await (await tx.entities()).update(EvidenceEntity, standing, { removedAt: at });
  }
}
