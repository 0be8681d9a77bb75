import type { ApprovalListQuery, ApprovalState, ItemKind, MemberRef, Part, SubmissionKind, Verdict } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import { keyset, pageOf } from '../../paging/keyset.js';
import type { Reader, Row } from '../../tenancy/transaction.js';
import { partsSql } from '../item.repository.js';
import { memberRefSql } from './member-refs.js';

export interface ApprovalRow extends Row {
  id: string;
  run_id: string;
  item_id: string;
  item_kind: ItemKind;
  item_reference: string;
  item_title: string;
  submission_id: string;
  submission_kind: SubmissionKind;
  revision: number;
  round: number;
  stage_key: string;
  stage_name: Record<string, string>;
  state: ApprovalState;
  member: MemberRef;
  submitter: MemberRef;
  opened_at: string;
  decided_at: string | null;
  verdict: Verdict | null;
  /** The reader's parts in its item. */
  parts: Part[];
}

const columns = (member: string): string => `q.id, q.run_id, q.item_id, i.kind AS item_kind, i.reference AS item_reference, i.title AS item_title, q.submission_id, s.kind AS submission_kind,
  s.revision, sr.round, sr.stage_key, (SELECT st->'name' FROM jsonb_array_elements(v.definition->'stages') st WHERE st->>'key' = sr.stage_key) AS stage_name,
  q.state, ${memberRefSql('m')} AS member, ${memberRefSql('sm')} AS submitter, ${instantSql('q.opened_at')} AS opened_at, ${instantSql('d.at')} AS decided_at, d.verdict,
  ${partsSql('i', member)} AS parts`;
const FROM = `approval_request q
  JOIN item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id
  JOIN submission s ON s.workspace_id = q.workspace_id AND s.id = q.submission_id
  JOIN stage_run sr ON sr.workspace_id = q.workspace_id AND sr.id = q.stage_run_id
  JOIN run r ON r.workspace_id = q.workspace_id AND r.id = q.run_id
  JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
  JOIN member m ON m.workspace_id = q.workspace_id AND m.id = q.member_id
  JOIN member sm ON sm.workspace_id = s.workspace_id AND sm.id = s.submitted_by
  LEFT JOIN decision d ON d.workspace_id = q.workspace_id AND d.request_id = q.id`;
const WHERE = `q.workspace_id = $1 AND ($2::uuid IS NULL OR q.member_id = $2) AND ($3::text IS NULL OR q.state = $3) AND ($4::uuid IS NULL OR q.item_id = $4)
  AND ($5::timestamptz IS NULL OR coalesce(q.closed_at, q.opened_at) >= $5)`;

const sortable = {
  openedAt: { sql: 'q.opened_at', type: 'timestamptz' },
  decidedAt: { sql: 'd.at', type: 'timestamptz', nullable: true },
} as const;

/** The questions put to people, as lists and screens show them; the engine's own view of them is the run's. */
export class ApprovalRepository {
  /** Throws `not_found`. */
  async get(reader: Reader, id: string, readerMemberId: string): Promise<ApprovalRow> {
    const sql = `SELECT ${columns('$3')} FROM ${FROM} WHERE q.workspace_id = $1 AND q.id = $2`;
    const row = await reader.one<ApprovalRow>(sql, [reader.workspaceId, id, readerMemberId]);
    if (!row) throw new DomainError('not_found');
    return row;
  }

  /** Item and run of a request, which never change. Throws `not_found`. */
  async placeOf(reader: Reader, id: string): Promise<{ item_id: string; run_id: string }> {
    const row = await reader.one<{ item_id: string; run_id: string }>(
      `SELECT q.item_id, q.run_id FROM approval_request q JOIN item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id
       WHERE q.workspace_id = $1 AND q.id = $2`,
      [reader.workspaceId, id],
    );
    if (!row) throw new DomainError('not_found');
    return row;
  }

  /** `mine`: those put to the reader alone. */
  async list(reader: Reader, query: ApprovalListQuery, readerMemberId: string): Promise<{ rows: ApprovalRow[]; nextCursor: string | null; total?: number }> {
    const filters = [reader.workspaceId, query.mine ? readerMemberId : null, query.state ?? null, query.item ?? null, query.updatedSince ?? null];
    const keys = keyset({ sort: query.sort, fallback: 'openedAt', fields: sortable, id: 'q.id', cursor: query.cursor, offset: 7 });
    const sql = `SELECT ${columns('$7')}, ${keys.columns} FROM ${FROM} WHERE ${WHERE} ${keys.where ? `AND ${keys.where}` : ''} ORDER BY ${keys.orderBy} LIMIT $6`;
    const page = pageOf(await reader.query<ApprovalRow>(sql, [...filters, query.limit + 1, readerMemberId, ...keys.values]), query.limit, keys);
    if (!query.count) return page;
    const counted = await reader.one<{ total: number }>(`SELECT count(*)::int AS total FROM ${FROM} WHERE ${WHERE}`, filters);
    return { ...page, total: counted?.total ?? 0 };
  }
}
