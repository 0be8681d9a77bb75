import { type Keyset, pageOf } from './keyset.js';

export interface ListParts {
  /** What to show of each row. */
  columns: string;
  /** Tables that the conditions and the order speak of; they hold an `id`. */
  from: string;
  id: string;
  /** Joins that show a row, beginning from `page.id`; LEFT, for a counted empty page is a row without an id. */
  joins: string;
  where: string;
  keys: Keyset;
  /** Placeholder of the limit. */
  limit: string;
  count: boolean;
}

/** One statement for a page of a list and, when asked for, the count of all that matches: both of one snapshot. */
export function listSql({ columns, from, id, joins, where, keys, limit, count }: ListParts): string {
  const page = `SELECT ${id} AS id, ${keys.columns} FROM ${from} WHERE ${where}${keys.where ? ` AND ${keys.where}` : ''} ORDER BY ${keys.orderBy} LIMIT ${limit}`;
  const source = count ? `(SELECT count(*)::int AS total FROM ${from} WHERE ${where}) counted LEFT JOIN (${page}) page ON true` : `(${page}) page`;
  return `SELECT ${columns}, page.*, ${count ? 'counted.total' : 'NULL::int AS total'} FROM ${source} ${joins} ORDER BY ${keys.orderBy}`;
}

export interface ListedPage<R> {
  rows: R[];
  nextCursor: string | null;
  total?: number;
}

/** Reads what `listSql` with `LIMIT limit + 1` answered. */
export function listedPage<R extends Record<string, unknown>>(rows: R[], limit: number, keys: Keyset): ListedPage<R> {
  const total = (rows[0] as { total?: number | null } | undefined)?.total;
  const page = pageOf(rows.filter((row) => row['id'] !== null), limit, keys);
  return typeof total === 'number' ? { ...page, total } : page;
}
