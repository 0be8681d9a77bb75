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
  /** A cheaper statement for the count than that over `from`; answers one `total`. */
  counted?: string;
  /** No index finds what matches, and it is likely to be little: looked for once, then counted and paged. */
  isSearch?: boolean;
}

/** One statement for a page of a list and, when asked for, the count of all that matches: both of one snapshot. */
export function listSql({ columns, from, id, joins, where, keys, limit, count, counted, isSearch }: ListParts): string {
  const shown = `SELECT ${columns}, page.*, ${count ? 'counted.total' : 'NULL::int AS total'}`;
  if (count && isSearch && keys.ranges.length === 0) {
    return `WITH matching AS MATERIALIZED (SELECT ${id} AS id, ${keys.columns}, ${keys.orderColumns} FROM ${from} WHERE ${where})
      ${shown} FROM (SELECT count(*)::int AS total FROM matching) counted LEFT JOIN (SELECT * FROM matching ORDER BY ${keys.orderByColumns} LIMIT ${limit}) page ON true
      ${joins} ORDER BY ${keys.orderByColumns}`;
  }
  const page = pageSql({ from, id, where, keys, limit });
  const source = count
    ? `(${counted ?? `SELECT count(*)::int AS total FROM ${from} WHERE ${where}`}) counted LEFT JOIN (${page}) page ON true`
    : `(${page}) page`;
  return `${shown} FROM ${source} ${joins} ORDER BY ${keys.orderByColumns}`;
}

/** The ids of a page. Where the rows behind the cursor are two ranges, each gives a page and the first of both are taken. */
function pageSql({
  from,
  id,
  where,
  keys,
  limit,
}: Pick<ListParts, 'from' | 'id' | 'where' | 'keys' | 'limit'>): string {
  const [first, ...others] = keys.ranges.length > 0 ? keys.ranges : [undefined];
  const range = (behind: string | undefined): string =>
    `SELECT ${id} AS id, ${keys.columns}, ${keys.orderColumns} FROM ${from} WHERE ${where}${behind ? ` AND ${behind}` : ''} ORDER BY ${keys.orderBy} LIMIT ${limit}`;
  if (others.length === 0) return range(first);
  return `SELECT * FROM (${[first, ...others].map((behind) => `(${range(behind)})`).join(' UNION ALL ')}) ranges ORDER BY ${keys.orderByColumns} LIMIT ${limit}`;
}

export interface ListedPage<R> {
  rows: R[];
  nextCursor: string | null;
  total?: number;
}

/** Reads what `listSql` with `LIMIT limit + 1` answered. */
export function listedPage<R extends Record<string, unknown>>(rows: R[], limit: number, keys: Keyset): ListedPage<R> {
  const total = (rows[0] as { total?: number | null } | undefined)?.total;
  const page = pageOf(
    rows.filter((row) => row['id'] !== null),
    limit,
    keys,
  );
  return typeof total === 'number' ? { ...page, total } : page;
}
