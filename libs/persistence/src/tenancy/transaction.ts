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
  /** Put off until the next statement or the commit; one list for a transaction, whatever context it goes on in. */
  private deferred: PreludeStatement[] = [];
  /** Visibilities that are open now, by commas; widened for a while by `withWidenedSight` alone. */
  sees: string;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.ClientBase,
    private readonly context: PreludeStatement,
    private readonly tenant: string | null,
    sees: TenantContext['sees'],
    private readonly rewrite: (text: string) => string,
  ) {
    this.sees = sees.join(',');
  }

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

  /**
   * A statement of whose outcome nothing is asked but that it succeeds: it travels with the next one, or with the commit, in its order.
   * So whatever is read afterwards sees it; a failure of it is that of what it travels with, and undoes everything.
   */
  defer(text: string, values: readonly unknown[] = []): void {
    const sent = this.rewrite(text);
    this.deferred.push({ name: statementName(sent), text: sent, values });
  }

  /** Undoes what was done since the savepoint was set, what was put off since included. */
  async rollbackTo(savepoint: string): Promise<void> {
    this.deferred.length = 0;
    await this.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
  }

  /** A `COPY ... FROM STDIN` and its lines, in its text format. */
  async copy(text: string, lines: string): Promise<void> {
    await this.sendAll();
    await copyIn(this.client, this.rewrite(text), lines);
  }

  /**
   * Goes on in another context until the transaction ends: for the few verbs that cross into a workspace they have just
   * made or joined. The new context follows the transaction: rolled back to a savepoint from before, the old one holds again.
   */
  async enter(context: TenantContext): Promise<Transaction> {
    const { text, values } = setContext(context, 'once');
    await this.run(text, values);
    const inside = new Transaction(
      this.runner,
      this.client,
      this.context,
      context.workspaceId,
      context.sees,
      this.rewrite,
    );
    inside.begun = true;
    inside.deferred = this.deferred;
    return inside;
  }

  /** TypeORM's manager inside this transaction, for plain records where nobody waits on the milliseconds. */
  async entities(): Promise<EntityManager> {
    await this.sendAll();
    return this.runner.manager;
  }

  /** Ends the transaction. A swallowed SQL error turns COMMIT into ROLLBACK without an error: that is caught here. */
  async commit(): Promise<void> {
    if (!this.begun && this.deferred.length === 0) return;
    const { command } = await this.run('COMMIT', []);
    if (command !== 'COMMIT') throw new Error(`The transaction was not committed: the database answered ${command}`);
  }

  async rollback(): Promise<void> {
    this.deferred.length = 0;
    if (this.begun) await this.client.query('ROLLBACK');
  }

  private run<R extends Row>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<R>> {
    const sent = this.rewrite(text);
    const name = statementName(sent);
    const config = { text: sent, values: [...values], ...(name ? { name } : {}) };
    const prelude = this.deferred.splice(0);
    if (!this.begun) prelude.unshift(begin, this.context);
    this.begun = true;
    return runScoped<R>(this.client, prelude, config);
  }

  /** For what goes to the connection by a way of its own. */
  private async sendAll(): Promise<void> {
    if (!this.begun || this.deferred.length > 0) await this.run('SELECT 1', []);
  }
}
