import type { ItemKind, MemberRef, Part, Rating, SubmissionKind } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import { keyset, pageOf } from '../../paging/keyset.js';
import type { Reader, Row, Transaction } from '../../tenancy/transaction.js';
import { partsSql } from '../item.repository.js';
import { memberRefSql } from './member-refs.js';

export interface NewSubmission {
  id: string;
  itemId: string;
  runId: string;
  kind: SubmissionKind;
  revision: number;
  baseVersion: number;
  narrative: string;
  fields: Record<string, unknown>;
  progress: number | null;
  rating: Rating | null;
  evidenceIds: readonly string[];
  editorIds: readonly string[];
  hash: string;
  fieldHashes: Readonly<Record<string, string>>;
  formatVersion: number;
  submittedBy: string;
  submittedAt: Date;
}

export interface SubmissionRow extends Row {
  id: string;
  run_id: string;
  item_id: string;
  item_kind: ItemKind;
  item_reference: string;
  item_title: string;
  kind: SubmissionKind;
  revision: number;
  base_version: number;
  narrative: string;
  fields: Record<string, unknown>;
  progress: number | null;
  rating: Rating | null;
  evidence_ids: string[];
  hash: string;
  submitter: MemberRef;
  submitted_at: string;
  /** Every revision of its run, first to last. */
  revisions: { id: string; revision: number; submittedAt: string; submittedBy: string }[];
  /** The reader's parts in its item. */
  parts: Part[];
}

const columns = (
  member: string,
): string => `s.id, s.run_id, s.item_id, i.kind AS item_kind, i.reference AS item_reference, i.title AS item_title, s.kind, s.revision, s.base_version,
  s.narrative, s.fields, s.progress, s.rating, s.evidence_ids, s.hash, ${memberRefSql('sm')} AS submitter, ${instantSql('s.submitted_at')} AS submitted_at,
  (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'revision', o.revision, 'submittedAt', ${instantSql('o.submitted_at')}, 'submittedBy', om.name) ORDER BY o.revision)
   FROM submission o JOIN member om ON om.workspace_id = o.workspace_id AND om.id = o.submitted_by
   WHERE o.workspace_id = s.workspace_id AND o.run_id = s.run_id) AS revisions,
  ${partsSql('i', member)} AS parts`;
const FROM = `submission s
  JOIN item i ON i.workspace_id = s.workspace_id AND i.id = s.item_id
  JOIN member sm ON sm.workspace_id = s.workspace_id AND sm.id = s.submitted_by`;

const sortable = {
  submittedAt: { sql: 's.submitted_at', type: 'timestamptz' },
  revision: { sql: 's.revision', type: 'int' },
} as const;

/** Revisions, which are only ever added. Those of items hidden from the reader are not there. */
export class SubmissionRepository {
  async insert(tx: Transaction, made: NewSubmission): Promise<void> {
    await tx.query(
      `INSERT INTO submission (workspace_id, id, item_id, run_id, kind, revision, base_version, narrative, fields, progress, rating, evidence_ids, editor_ids,
         hash, field_hashes, format_version, submitted_by, submitted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        tx.workspaceId,
        made.id,
        made.itemId,
        made.runId,
        made.kind,
        made.revision,
        made.baseVersion,
        made.narrative,
        JSON.stringify(made.fields),
        made.progress,
        made.rating,
        made.evidenceIds,
        made.editorIds,
        made.hash,
        JSON.stringify(made.fieldHashes),
        made.formatVersion,
        made.submittedBy,
        made.submittedAt,
      ],
    );
  }

  /** In no order. */
  byIds(reader: Reader, ids: readonly string[], readerMemberId: string): Promise<SubmissionRow[]> {
    const sql = `SELECT ${columns('$3')} FROM ${FROM} WHERE s.workspace_id = $1 AND s.id = ANY($2::uuid[])`;
    return reader.some<SubmissionRow>(sql, [reader.workspaceId, ids, readerMemberId]);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string, readerMemberId: string): Promise<SubmissionRow> {
    const [row] = await this.byIds(reader, [id], readerMemberId);
    if (!row) throw new DomainError('not_found');
    return row;
  }

  async ofItem(
    reader: Reader,
    itemId: string,
    readerMemberId: string,
    query: { limit: number; cursor?: string | undefined; sort?: string | undefined; updatedSince?: string | undefined },
  ): Promise<{ rows: SubmissionRow[]; nextCursor: string | null }> {
    const keys = keyset({
      sort: query.sort,
      fallback: '-submittedAt',
      fields: sortable,
      id: 's.id',
      cursor: query.cursor,
      offset: 5,
    });
    const sql = `SELECT ${columns('$5')}, ${keys.columns} FROM ${FROM}
      WHERE s.workspace_id = $1 AND s.item_id = $2 AND ($3::timestamptz IS NULL OR s.submitted_at >= $3) ${keys.where ? `AND ${keys.where}` : ''}
      ORDER BY ${keys.orderBy} LIMIT $4`;
    const rows = await reader.query<SubmissionRow>(sql, [
      reader.workspaceId,
      itemId,
      query.updatedSince ?? null,
      query.limit + 1,
      readerMemberId,
      ...keys.values,
    ]);
    return pageOf(rows, query.limit, keys);
  }

  async countOfItem(reader: Reader, itemId: string, updatedSince?: string): Promise<number> {
    const sql = `SELECT count(*)::int AS total FROM ${FROM} WHERE s.workspace_id = $1 AND s.item_id = $2 AND ($3::timestamptz IS NULL OR s.submitted_at >= $3)`;
    return (await reader.one<{ total: number }>(sql, [reader.workspaceId, itemId, updatedSince ?? null]))?.total ?? 0;
  }
}
