import type { ListQuery } from '@uptake/contracts';
import type { Reader, Row } from '../tenancy/transaction.js';
import { type SortField, keyset, pageOf } from './keyset.js';
import type { ListedPage } from './list-sql.js';

export interface PlainList {
  columns: string;
  from: string;
  where: string;
  /** The values that `where` names, in order. */
  values: readonly unknown[];
  id: string;
  fields: Readonly<Record<string, SortField>>;
  /** The order where none is asked for. */
  fallback: string;
  /** When a row last changed. */
  changedAt: string;
}

/** A page of a list that needs no plan of its own: short ones, which every workspace has. Rows carry nothing but `columns`. */
export async function readList<R extends Row>(
  reader: Reader,
  list: PlainList,
  query: ListQuery,
): Promise<ListedPage<R>> {
  const values = [...list.values];
  const changed =
    query.updatedSince === undefined
      ? ''
      : ` AND ${list.changedAt} >= $${values.push(query.updatedSince)}::timestamptz`;
  const matching = `FROM ${list.from} WHERE ${list.where}${changed}`;
  const counted = query.count
    ? reader.one<{ total: number }>(`SELECT count(*)::int AS total ${matching}`, [...values])
    : undefined;
  const limit = values.push(query.limit + 1);
  const keys = keyset({
    sort: query.sort,
    fallback: list.fallback,
    fields: list.fields,
    id: list.id,
    cursor: query.cursor,
    offset: limit,
  });
  const behind = keys.where ? ` AND ${keys.where}` : '';
  const sql = `SELECT ${list.columns}, ${keys.columns} ${matching}${behind} ORDER BY ${keys.orderBy} LIMIT $${limit}`;
  const { rows, nextCursor } = pageOf(await reader.query<Row>(sql, [...values, ...keys.values]), query.limit, keys);
  const total = await counted;
  return { rows: rows.map(withoutKeys) as R[], nextCursor, ...(total ? { total: total.total } : {}) };
}

const withoutKeys = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !/^key_\d+$/.test(name)));
