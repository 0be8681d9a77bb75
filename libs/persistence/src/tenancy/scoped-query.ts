import pg from 'pg';

/** A statement that runs before the main one in the same protocol batch. Named, so that a connection parses it once. */
export interface PreludeStatement {
  name: string;
  text: string;
  values: readonly (string | null)[];
}

interface BatchConnection {
  parse(query: { name: string; text: string }): void;
  bind(config: {
    portal: string;
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(config: { portal: string; rows: number }): void;
  parsedStatements: Record<string, string>;
}
interface QueryInternals {
  prepare(connection: BatchConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: BatchConnection): void;
  handleRowDescription(message: unknown): void;
}
type PgQuery = new (
  config: object,
  values: undefined,
  callback: (error: Error | null, result: pg.QueryResult) => void,
) => QueryInternals;
const PgQuery = pg.Query as unknown as PgQuery;

/**
 * Sends the tenant context and a query as one batch with one Sync: one round trip, one implicit transaction.
 * Leans on the internals of pg 8 (pinned): `prepare`, `handleDataRow` and `handleCommandComplete` of its Query. A test fails when they change.
 */
class ScopedQuery extends PgQuery {
  private left: number;

  constructor(
    private readonly prelude: readonly PreludeStatement[],
    config: object,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super(config, undefined, callback);
    this.left = prelude.length;
  }

  requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: BatchConnection): void {
    for (const statement of this.prelude) {
      if (!connection.parsedStatements[statement.name]) {
        connection.parse({ name: statement.name, text: statement.text });
        connection.parsedStatements[statement.name] = statement.text;
      }
      connection.bind({
        portal: '',
        statement: statement.name,
        values: statement.values,
        valueMapper: (value) => value,
      });
      connection.execute({ portal: '', rows: 0 });
    }
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.left === 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: BatchConnection): void {
    if (this.left > 0) this.left -= 1;
    else super.handleCommandComplete(message, connection);
  }
}

/** Runs `text` behind the prelude; rejects with the database's error, in which case nothing of the batch took effect. */
export function runScoped<R extends pg.QueryResultRow>(
  client: pg.ClientBase,
  prelude: readonly PreludeStatement[],
  config: { name?: string; text: string; values: unknown[] },
): Promise<pg.QueryResult<R>> {
  return new Promise((resolve, reject) => {
    const query = new ScopedQuery(prelude, config, (error, result) =>
      error ? reject(error) : resolve(result as pg.QueryResult<R>),
    );
    client.query(query as unknown as pg.Submittable);
  });
}
