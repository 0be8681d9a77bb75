import { type ApprovalListQuery, ApprovalState, type ItemKind, type MemberRef, type Part, type SubmissionKind, type Verdict } from '@uptake/contracts';
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
    const { where, values } = filtersOf(query, readerMemberId, reader.workspaceId);
    const keys = keyset({ sort: query.sort, fallback: 'openedAt', fields: sortable, id: 'q.id', cursor: query.cursor, offset: values.length + 1 });
    const sql = `SELECT ${columns('$2')}, ${keys.columns} FROM ${FROM} WHERE ${[...where, ...(keys.where ? [keys.where] : [])].join(' AND ')}
      ORDER BY ${keys.orderBy} LIMIT $${values.length + 1}`;
    const page = pageOf(await reader.query<ApprovalRow>(sql, [...values, query.limit + 1, ...keys.values]), query.limit, keys);
    if (!query.count) return page;
    // $2 is named even where nobody asks for it, since PostgreSQL must be able to type it
    const counted = `SELECT count(*)::int AS total FROM approval_request q JOIN item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id
      WHERE $2::uuid IS NOT NULL AND ${where.join(' AND ')}`;
    return { ...page, total: (await reader.one<{ total: number }>(counted, values))?.total ?? 0 };
  }
}

/** Only the filters that were asked for, with the state in words: so that each list is planned for itself and finds its index. */
function filtersOf(query: ApprovalListQuery, readerMemberId: string, workspaceId: string): { where: string[]; values: unknown[] } {
  const values: unknown[] = [workspaceId, readerMemberId];
  const where = ['q.workspace_id = $1'];
  if (query.mine) where.push('q.member_id = $2');
  if (query.state) where.push(`q.state = '${ApprovalState.parse(query.state)}'`);
  if (query.item) where.push(`q.item_id = $${values.push(query.item)}`);
  if (query.updatedSince) where.push(`coalesce(q.closed_at, q.opened_at) >= $${values.push(query.updatedSince)}`);
  return { where, values };
}
