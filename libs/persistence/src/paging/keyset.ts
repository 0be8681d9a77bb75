import { DomainError } from '@uptake/domain';

/** A field that a list can be sorted by: its SQL expression and type. Nullable ones sort nulls last, whichever the direction. */
export interface SortField {
  sql: string;
  type: 'text' | 'int' | 'date' | 'timestamptz' | 'uuid' | 'bool';
  nullable?: boolean;
}
export interface Keyset {
  /** `ORDER BY` list, always ending in the id, so that the order is total. */
  orderBy: string;
  /** Columns to select so that `cursorOf` can be made of the last row: key_0, key_1, ... */
  columns: string;
  /** Condition for rows behind the cursor, or undefined on the first page. Its parameters start at `$offset + 1`. */
  where: string | undefined;
  /**
   * The same as conditions that exclude each other, each of which one index range answers; none on the first page. A page is the
   * first rows of all of them together.
   */
  ranges: readonly string[];
  /** The sorted-by expressions without their direction, as columns order_0, order_1, ..., and the order by these. */
  orderColumns: string;
  orderByColumns: string;
  values: unknown[];
  cursorOf(row: Record<string, unknown>): string;
}

interface Term extends SortField {
  name: string;
  descending: boolean;
}

/**
 * Keyset paging for a list: `sort` is the contract's `field,-field`, `fields` names what may be sorted by, `id` breaks ties.
 * A cursor is bound to its sort; one of another list or sort is refused (`invalid_input`).
 */
export function keyset(options: {
  sort: string | undefined;
  fallback: string;
  fields: Readonly<Record<string, SortField>>;
  id: string;
  cursor: string | undefined;
  offset: number;
}): Keyset {
  const sort = options.sort ?? options.fallback;
  const terms = [
    ...sort.split(',').map((part) => termOf(part, options.fields)),
    { name: 'id', sql: options.id, type: 'uuid', descending: sort.startsWith('-') } satisfies Term,
  ];
  const after = options.cursor === undefined ? undefined : decode(options.cursor, sort, terms.length);
  const ranges = after ? behind(terms, after, options.offset) : [];
  // a descending index of a column without nulls has its own idea of where they would stand: said, it could not be used
  const direction = (t: Term): string => `${t.descending ? 'DESC' : 'ASC'}${t.nullable ? ' NULLS LAST' : ''}`;
  return {
    orderBy: terms.map((t) => `${t.sql} ${direction(t)}`).join(', '),
    orderColumns: terms.map((t, i) => `${t.sql} AS order_${i}`).join(', '),
    orderByColumns: terms.map((t, i) => `order_${i} ${direction(t)}`).join(', '),
    columns: terms.map((t, i) => `${t.sql}::text AS key_${i}`).join(', '),
    where: ranges.length > 0 ? `(${ranges.join(' OR ')})` : undefined,
    ranges,
    values: after ?? [],
    cursorOf: (row) =>
      Buffer.from(JSON.stringify([sort, ...terms.map((_, i) => row[`key_${i}`] ?? null)])).toString('base64url'),
  };
}

/** Splits the rows of `LIMIT limit + 1` into a page and the cursor of the next one. */
export function pageOf<R extends Record<string, unknown>>(
  rows: R[],
  limit: number,
  keys: Keyset,
): { rows: R[]; nextCursor: string | null } {
  if (rows.length <= limit) return { rows, nextCursor: null };
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return { rows: shown, nextCursor: last ? keys.cursorOf(last) : null };
}

function termOf(part: string, fields: Readonly<Record<string, SortField>>): Term {
  const descending = part.startsWith('-');
  const name = descending ? part.slice(1) : part;
  const field = fields[name];
  if (!field) {
    throw new DomainError('invalid_input', {
      errors: [
        {
          path: 'sort',
          code: 'unknown_field',
          message: `Cannot sort by ${name}; use ${Object.keys(fields).join(', ')}`,
        },
      ],
    });
  }
  return { ...field, name, descending };
}

/** Rows behind the cursor. Terms of one direction without nulls compare as a row, which an index answers with one range. */
function behind(terms: Term[], after: (string | null)[], offset: number): string[] {
  const given = terms.map((term, i) => `$${offset + i + 1}::${term.type}`);
  const [first] = terms;
  const isOneWay =
    terms.every((term) => term.descending === first?.descending) && terms.every((term, i) => i === 0 || !term.nullable);
  if (!first || !isOneWay) return [alternatives(terms, after, offset)];
  const rowBehind = (from: number): string =>
    `(${terms
      .slice(from)
      .map((term) => term.sql)
      .join(', ')}) ${first.descending ? '<' : '>'} (${given.slice(from).join(', ')})`;
  if (!first.nullable) return [rowBehind(0)];
  // nulls stand last: behind a value come greater ones and then all nulls, behind a null only further nulls
  const nulls = `${first.sql} IS NULL`;
  return after[0] === null ? [`(${nulls} AND ${given[0]} IS NULL AND ${rowBehind(1)})`] : [rowBehind(0), nulls];
}

function alternatives(terms: Term[], after: (string | null)[], offset: number): string {
  const each = terms.map((term, i) => {
    const equal = terms.slice(0, i).map((t, k) => `${t.sql} IS NOT DISTINCT FROM $${offset + k + 1}::${t.type}`);
    return `(${[...equal, beyond(term, after[i] ?? null, offset + i + 1)].join(' AND ')})`;
  });
  return `(${each.join(' OR ')})`;
}

// every parameter is named even where it decides nothing, since PostgreSQL must be able to type it
function beyond(term: Term, value: string | null, parameter: number): string {
  const given = `$${parameter}::${term.type}`;
  if (value === null) return `(false AND ${given} IS NULL)`;
  const further = `${term.sql} ${term.descending ? '<' : '>'} ${given}`;
  return term.nullable ? `(${further} OR ${term.sql} IS NULL)` : further;
}

function decode(cursor: string, sort: string, length: number): (string | null)[] {
  try {
    const [of, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, ...unknown[]];
    if (of === sort && values.length === length && values.every((v) => v === null || typeof v === 'string'))
      return values as (string | null)[];
  } catch {
    // falls through to the one refusal
  }
  throw new DomainError('invalid_input', {
    errors: [{ path: 'cursor', code: 'invalid', message: 'This cursor does not belong to this list and sort' }],
  });
}
