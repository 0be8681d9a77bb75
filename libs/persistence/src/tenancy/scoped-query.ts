import { createRequire } from 'node:module';
import pg from 'pg';

/** A statement that runs before the main one in the same protocol batch. Named, so that a connection parses it once. */
export interface PreludeStatement {
  name?: string | undefined;
  text: string;
  values: readonly unknown[];
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
  close(config: { type: 'S'; name: string }): void;
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
/** How pg itself writes a value down for the server. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue(value: unknown): unknown;
};

/**
 * Sends the tenant context, what was put off, and a query as one batch with one Sync: one round trip; outside a transaction block one
 * implicit transaction. Leans on the internals of pg 8 (pinned): `prepare`, `handleDataRow` and `handleCommandComplete` of its Query.
 * A test fails when they change.
 */
class ScopedQuery extends PgQuery {
  private left: number;
  private connection: BatchConnection | undefined;
  /** Names that this batch has the server parse. */
  private readonly parsed: string[] = [];

  constructor(
    private readonly prelude: readonly PreludeStatement[],
    private readonly config: { name?: string; text: string; values: unknown[] },
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super(config, undefined, callback);
    this.left = prelude.length;
  }

  requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: BatchConnection): void {
    this.connection = connection;
    for (const { name = '', text, values } of this.prelude) {
      if (this.isNew(name, connection)) {
        connection.parse({ name, text });
        if (name) connection.parsedStatements[name] = text;
      }
      connection.bind({ portal: '', statement: name, values, valueMapper: prepareValue });
      connection.execute({ portal: '', rows: 0 });
    }
    if (this.prelude.length > 0) this.isNew(this.config.name ?? '', connection);
    super.prepare(connection);
  }

  /** What is parsed anew is closed first, which is nothing where the server does not know it: see `forgetParsed`. */
  private isNew(name: string, connection: BatchConnection): boolean {
    if (!name) return true;
    if (connection.parsedStatements[name] !== undefined) return false;
    connection.close({ type: 'S', name });
    this.parsed.push(name);
    return true;
  }

  /** Once one statement of a batch fails the server skips the others: nobody can say which of them it has parsed. */
  forgetParsed(): void {
    for (const name of this.parsed) delete this.connection?.parsedStatements[name];
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
    const query = new ScopedQuery(prelude, config, (error, result) => {
      if (!error) return resolve(result as pg.QueryResult<R>);
      query.forgetParsed();
      reject(error);
    });
    client.query(query as unknown as pg.Submittable);
  });
}
