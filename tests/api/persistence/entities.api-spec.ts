import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '@uptake/persistence';
import { createTestDatabase } from '../../support/test-database.js';

interface ColumnRow {
  place: string;
  type: string;
  nullable: boolean;
  key: boolean;
}

const byPlace = (one: ColumnRow, other: ColumnRow): number => one.place.localeCompare(other.place);

describe('the entities', () => {
  let drop: () => Promise<void>;
  let source: ReturnType<typeof createDataSource>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    source = createDataSource({ url: database.ownerUrl, poolSize: 1 });
    await source.initialize();
  });
  afterAll(async () => {
    await source?.destroy();
    await drop?.();
  });

  it('say of their tables what the migrations have made', async () => {
    const said = source.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column): ColumnRow => ({
        place: `${tableName}.${column.databaseName}`,
        type: `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
        key: column.isPrimary,
      })),
    );
    const made = await source.query<ColumnRow[]>(
      `SELECT c.relname || '.' || a.attname AS place, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
         EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = c.oid AND x.indisprimary AND a.attnum = ANY (x.indkey)) AS key
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1) AND a.attnum > 0 AND NOT a.attisdropped`,
      [source.entityMetadatas.map(({ tableName }) => tableName)],
    );
    expect(said.length).toBeGreaterThan(0);
    expect([...said].sort(byPlace)).toEqual([...made].sort(byPlace));
  });
});
