import type { RecommendationListQuery } from '@uptake/contracts';
import { Conditions, anywhere, saysWords } from '../../paging/conditions.js';
import { type Keyset, type SortField, keyset } from '../../paging/keyset.js';
import { listSql } from '../../paging/list-sql.js';
import { recommendationColumns, recommendationJoins } from './recommendation-row.js';

const FROM = `item i JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id`;

const OF_KIND = `i.kind = 'recommendation'`;
const byRank = (sql: string, ...ranked: string[]): SortField => ({
  sql: `array_position(ARRAY[${ranked.map((word) => `'${word}'`).join(',')}], ${sql})`,
  type: 'int',
  nullable: true,
});

const SORTS: Readonly<Record<string, SortField>> = {
  reference: { sql: 'i.reference_order', type: 'text' },
  title: { sql: 'i.title', type: 'text' },
  kind: { sql: 'r.blueprint', type: 'text' },
  dueOn: { sql: 'i.due_on', type: 'date', nullable: true },
  priority: { sql: 'i.priority_rank', type: 'int' },
  rating: byRank('r.verified_rating', 'not_started', 'limited', 'substantial', 'complete'),
  status: { sql: 'i.lifecycle', type: 'text' },
  createdAt: { sql: 'i.created_at', type: 'timestamptz' },
  updatedAt: { sql: 'i.updated_at', type: 'timestamptz' },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The statement of one page: $1 workspace, $2 the reader's member id. `today` is the workspace's calendar day. */
export function listRecommendationsSql(
  workspaceId: string,
  memberId: string,
  query: RecommendationListQuery,
  today: string,
): { text: string; values: unknown[]; keys: Keyset } {
  const all = new Conditions([workspaceId, memberId]).add('i.workspace_id = $1');
  all.where(query.status, (p) => `i.lifecycle = ${p}`);
  all.where(query.kind, (p) => `r.blueprint = ${p}`);
  if (query.owner === 'none') all.add('i.owner_id IS NULL');
  else all.where(query.owner === 'me' ? memberId : query.owner, (p) => `i.owner_id = ${p}::uuid`);
  if (query.team === 'none') all.add('i.team_id IS NULL');
  else all.where(query.team, (p) => `i.team_id = ${p}::uuid`);
  if (query.rating === 'none') all.add('r.verified_rating IS NULL');
  else all.where(query.rating, (p) => `r.verified_rating = ${p}`);
  all.where(query.dueBefore, (p) => `i.due_on < ${p}::date`);
  if (query.overdue !== undefined) {
    const late = `coalesce(i.lifecycle = 'open' AND i.due_on < ${all.parameter(today)}::date, false)`;
    all.add(query.overdue ? late : `NOT ${late}`);
  }
  all.where(query.waiting, (p) => `i.waiting = ${p}`);
  if (query.brief === 'none') all.add('r.brief_id IS NULL');
  else all.where(query.brief, (p) => `r.brief_id = ${p}::uuid`);
  if (query.section === 'none') all.add('r.section_id IS NULL');
  else if (query.section && UUID.test(query.section)) all.where(query.section, (p) => `r.section_id = ${p}::uuid`);
  else
    all.where(
      query.section,
      (p) =>
        `EXISTS (SELECT 1 FROM brief_section s WHERE s.workspace_id = r.workspace_id AND s.id = r.section_id AND s.heading = ${p})`,
    );
  all.where(query.reference, (p) => `i.reference = upper(${p})`);
  all.where(
    query.statement,
    (p) =>
      `EXISTS (SELECT 1 FROM recommendation_statement l WHERE l.workspace_id = i.workspace_id AND l.item_id = i.id AND l.statement_id = ${p}::uuid)`,
  );
  all.where(query.updatedSince, (p) => `i.updated_at >= ${p}::timestamptz`);
  all.where(query.q ? anywhere(query.q) : undefined, (p) => `(${saysWords('i', p)} OR r.text ILIKE ${p})`);

  const limit = all.parameter(query.limit + 1);
  const keys = keyset({
    sort: query.sort,
    fallback: 'reference',
    fields: SORTS,
    id: 'i.id',
    cursor: query.cursor,
    offset: all.values.length,
  });
  const text = listSql({
    columns: recommendationColumns('$2'),
    // an index hands out a page in order by kind; a search and a count go through all of them, and begin better at the fewer rows
    from: FROM,
    id: 'i.id',
    joins: `LEFT JOIN item i ON i.workspace_id = $1 AND i.id = page.id LEFT JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id ${recommendationJoins}`,
    where: query.q === undefined ? `${OF_KIND} AND ${all.sql}` : all.sql,
    keys,
    limit,
    count: query.count ?? false,
    counted: `SELECT count(*)::int AS total FROM ${/\br\./.test(all.sql) ? `${FROM} WHERE ${all.sql}` : `item i WHERE ${OF_KIND} AND ${all.sql}`}`,
    isSearch: query.q !== undefined,
  });
  return { text, values: [...all.values, ...keys.values], keys };
}
