import type { Row, Transaction } from '../tenancy/transaction.js';
import { copyLine } from './copy-line.js';

/**
 * Adds many rows to a table: by COPY into a table of this transaction alone, and from there by one INSERT, since PostgreSQL
 * takes no COPY into a table with row security, whose policies, checks and triggers hold here as anywhere. `table` is a
 * name of the code's own; every row has the columns of the first, by name.
 */
export async function bulkLoad(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const list = columns.join(', ');
  await tx.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS loading_${table} ON COMMIT DROP AS SELECT ${list} FROM ${table} WITH NO DATA`,
  );
  await tx.copy(
    `COPY loading_${table} (${list}) FROM STDIN`,
    rows.map((row) => copyLine(columns.map((column) => row[column] as unknown))).join(''),
  );
  await tx.query(`INSERT INTO ${table} (${list}) SELECT ${list} FROM loading_${table}`);
  await tx.query(`TRUNCATE loading_${table}`);
}
