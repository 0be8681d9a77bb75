import {
  type ApprovalListQuery,
  ApprovalState,
  type ItemKind,
  type MemberRef,
  type Part,
  type SubmissionKind,
  type Verdict,
} from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import { Conditions } from '../../paging/conditions.js';
import { keyset } from '../../paging/keyset.js';
import { type ListedPage, listSql, listedPage } from '../../paging/list-sql.js';
import type { Reader, Row } from '../../tenancy/transaction.js';
import { partsSql } from '../item.repository.js';
import { hasSpokenSql, mayActSql } from './acting-sql.js';
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
  submission_hash: string;
  revision: number;
  round: number;
  stage_key: string;
  stage_name: Record<string, string>;
  state: ApprovalState;
  member: MemberRef;
  decider: MemberRef | null;
  /** Whether the reader may answer it for its member, by a delegation that holds now. */
  may_act: boolean;
  /** Whether the reader, or somebody for them, has spoken in its stage run. */
  has_spoken: boolean;
  submitter: MemberRef;
  opened_at: string;
  decided_at: string | null;
  verdict: Verdict | null;
  /** The reader's parts in its item. */
  parts: Part[];
}

const columns = (
  member: string,
): string => `q.id, q.run_id, q.item_id, i.kind AS item_kind, i.reference AS item_reference, i.title AS item_title, q.submission_id, s.kind AS submission_kind, s.hash AS submission_hash,
  s.revision, sr.round, sr.stage_key, (SELECT st->'name' FROM jsonb_array_elements(v.definition->'stages') st WHERE st->>'key' = sr.stage_key) AS stage_name,
  q.state, ${memberRefSql('m')} AS member, ${memberRefSql('sm')} AS submitter, ${instantSql('q.opened_at')} AS opened_at, ${instantSql('d.at')} AS decided_at, d.verdict,
  CASE WHEN dm.id IS NOT NULL THEN ${memberRefSql('dm')} END AS decider, q.state = 'open' AND ${mayActSql('q', member)} AS may_act, ${hasSpokenSql('q', member)} AS has_spoken,
  ${partsSql('i', member)} AS parts`;
/** What is shown beside a request. Where the request is hidden with its item, an inner join hides the row. */
const shown = (join: 'JOIN' | 'LEFT JOIN'): string => `
  ${join} item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id
  ${join} submission s ON s.workspace_id = q.workspace_id AND s.id = q.submission_id
  ${join} stage_run sr ON sr.workspace_id = q.workspace_id AND sr.id = q.stage_run_id
  ${join} run r ON r.workspace_id = q.workspace_id AND r.id = q.run_id
  ${join} workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
  ${join} member m ON m.workspace_id = q.workspace_id AND m.id = q.member_id
  ${join} member sm ON sm.workspace_id = s.workspace_id AND sm.id = s.submitted_by
  LEFT JOIN decision d ON d.workspace_id = q.workspace_id AND d.request_id = q.id
  LEFT JOIN member dm ON dm.workspace_id = d.workspace_id AND dm.id = d.actor_id`;
const sortable = {
  openedAt: { sql: 'q.opened_at', type: 'timestamptz' },
  decidedAt: { sql: 'q.decided_at', type: 'timestamptz', nullable: true },
} as const;

/** The questions put to people, as lists and screens show them; the engine's own view of them is the run's. */
export class ApprovalRepository {
  /** Throws `not_found`. */
  async get(reader: Reader, id: string, readerMemberId: string): Promise<ApprovalRow> {
    const sql = `SELECT ${columns('$3')} FROM approval_request q ${shown('JOIN')} WHERE q.workspace_id = $1 AND q.id = $2`;
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

  /** The item of each request that the reader may see. */
  async itemsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await reader.query<{ id: string; item_id: string }>(
      `SELECT q.id, q.item_id FROM approval_request q JOIN item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id
       WHERE q.workspace_id = $1 AND q.id = ANY ($2::uuid[])`,
      [reader.workspaceId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.item_id]));
  }

  /** `mine`: those put to the reader, and with `actsForIds` (whose decisions they hold) those they may answer for them or have answered. */
  async list(
    reader: Reader,
    query: ApprovalListQuery,
    readerMemberId: string,
    actsForIds: readonly string[] = [],
  ): Promise<ListedPage<ApprovalRow>> {
    const all = filtersOf(query, readerMemberId, reader.workspaceId, actsForIds);
    const limit = all.parameter(query.limit + 1);
    const keys = keyset({
      sort: query.sort,
      fallback: 'openedAt',
      fields: sortable,
      id: 'q.id',
      cursor: query.cursor,
      offset: all.values.length,
    });
    const sql = listSql({
      columns: columns('$2'),
      from: 'approval_request q JOIN item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id',
      id: 'q.id',
      joins: `LEFT JOIN approval_request q ON q.workspace_id = $1 AND q.id = page.id ${shown('LEFT JOIN')}`,
      where: all.sql,
      keys,
      limit,
      count: query.count ?? false,
      // whether an item may be seen is asked once, however many are asked about it
      counted: `SELECT coalesce(sum(g.asked), 0)::int AS total
        FROM (SELECT q.item_id, count(*) AS asked FROM approval_request q WHERE ${all.sql} GROUP BY q.item_id) g JOIN item i ON i.workspace_id = $1 AND i.id = g.item_id`,
    });
    return listedPage(await reader.query<ApprovalRow>(sql, [...all.values, ...keys.values]), query.limit, keys);
  }
}

/** Only the filters that were asked for, with the state in words: so that each list is planned for itself and finds its index. $2 is the reader. */
function filtersOf(
  query: ApprovalListQuery,
  readerMemberId: string,
  workspaceId: string,
  actsForIds: readonly string[],
): Conditions {
  const all = new Conditions([workspaceId, readerMemberId]).add('q.workspace_id = $1');
  if (query.mine && actsForIds.length === 0) all.add('q.member_id = $2');
  else if (query.mine)
    all.add(`q.member_id = ANY (${all.parameter([readerMemberId, ...actsForIds])}::uuid[]) AND (q.member_id = $2 OR (q.state = 'open' AND ${mayActSql('q', '$2')})
      OR EXISTS (SELECT 1 FROM decision mine WHERE mine.workspace_id = q.workspace_id AND mine.request_id = q.id AND mine.actor_id = $2))`);
  if (query.state) all.add(`q.state = '${ApprovalState.parse(query.state)}'`);
  all.where(query.item, (p) => `q.item_id = ${p}`);
  return all.where(query.updatedSince, (p) => `coalesce(q.closed_at, q.opened_at) >= ${p}`);
}
