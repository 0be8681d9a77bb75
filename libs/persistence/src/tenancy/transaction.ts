import type { EntityManager, QueryRunner } from 'typeorm';
import type pg from 'pg';
import { copyIn } from './copy-in.js';
import { type PreludeStatement, runScoped } from './scoped-query.js';
import { statementName } from './statement-name.js';
import { type TenantContext, begin, setContext } from './tenant-context.js';

export type Row = pg.QueryResultRow;

/** What a repository needs to read: named columns by SQL. `$1` is the workspace id wherever a query touches tenant tables. */
export interface Reader {
  readonly workspaceId: string;
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** The same for rows that are found by keys, however many: planned once for all values. */
  some<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** The first row, or undefined; found by keys like those of `some`. */
  one<R extends Row>(text: string, values?: readonly unknown[]): Promise<R | undefined>;
}

/**
 * One database transaction in one tenant context. BEGIN and the context travel with the first statement.
 * Made by `Database.transaction`; commits when the verb's function returns, rolls back when it throws.
 */
export class Transaction implements Reader {
  private begun = false;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.ClientBase,
    private readonly context: PreludeStatement,
    private readonly tenant: string | null,
    private readonly rewrite: (text: string) => string,
  ) {}

  get workspaceId(): string {
    if (!this.tenant) throw new Error('This transaction runs outside any workspace');
    return this.tenant;
  }

  /** Rows of the statement; for INSERT, UPDATE and DELETE ask for them with RETURNING. */
  async query<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.run<R>(text, values)).rows;
  }

  /** All of a transaction's statements find their rows by keys, so this is `query`. */
  some<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.query<R>(text, values);
  }

  async one<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.run<R>(text, values)).rows[0];
  }

  /** How many rows the statement touched: the way a conditional update says whether it won. */
  async affect(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.run(text, values)).rowCount ?? 0;
  }

  /** A `COPY ... FROM STDIN` and its lines, in its text format. */
  async copy(text: string, lines: string): Promise<void> {
    if (!this.begun) await this.run('SELECT 1', []);
    await copyIn(this.client, this.rewrite(text), lines);
  }

  /**
   * Goes on in another context until the transaction ends: for the few verbs that cross into a workspace they have just
   * made or joined. The new context follows the transaction: rolled back to a savepoint from before, the old one holds again.
   */
  async enter(context: TenantContext): Promise<Transaction> {
    const { text, values } = setContext(context, 'once');
    await this.run(text, values);
    const inside = new Transaction(this.runner, this.client, this.context, context.workspaceId, this.rewrite);
    inside.begun = true;
    return inside;
  }

  /** TypeORM's manager inside this transaction, for plain records where nobody waits on the milliseconds. */
  async entities(): Promise<EntityManager> {
    if (!this.begun) await this.run('SELECT 1', []);
    return this.runner.manager;
  }

  /** Ends the transaction. A swallowed SQL error turns COMMIT into ROLLBACK without an error: that is caught here. */
  async commit(): Promise<void> {
    if (!this.begun) return;
    const { command } = await this.client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error(`The transaction was not committed: the database answered ${command}`);
  }

  async rollback(): Promise<void> {
    if (this.begun) await this.client.query('ROLLBACK');
  }

  private run<R extends Row>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<R>> {
    const sent = this.rewrite(text);
    const name = statementName(sent);
    const config = { text: sent, values: [...values], ...(name ? { name } : {}) };
    if (this.begun) return this.client.query<R>(config);
    this.begun = true;
    return runScoped<R>(this.client, [begin, this.context], config);
  }
}
