import type { DataSource } from 'typeorm';
import type pg from 'pg';
import { runScoped } from './scoped-query.js';
import { statementName } from './statement-name.js';
import { type Planning, type TenantContext, setContext } from './tenant-context.js';
import { type Reader, type Row, Transaction } from './transaction.js';

export interface DatabaseOptions {
  /** Rewrites each statement before it is sent. Tests use it to switch the application's own workspace filters off. */
  rewrite?: (text: string) => string;
}

/** The one way to the database: reads in one protocol batch, writes in one transaction, both inside a tenant context. */
export class Database {
  private readonly rewrite: (text: string) => string;

  constructor(
    private readonly source: DataSource,
    options: DatabaseOptions = {},
  ) {
    this.rewrite = options.rewrite ?? ((text) => text);
  }

  /** A reader whose every query is its own snapshot: one round trip with context and statement together. */
  reader(context: TenantContext): Reader {
    const { workspaceId } = context;
    const query = <R extends Row>(text: string, values: readonly unknown[] = []) =>
      this.read<R>(context, 'each', text, values);
    const some = <R extends Row>(text: string, values: readonly unknown[] = []) =>
      this.read<R>(context, 'once', text, values);
    return {
      get workspaceId(): string {
        if (!workspaceId) throw new Error('This reader is outside any workspace');
        return workspaceId;
      },
      query,
      some,
      one: async <R extends Row>(text: string, values: readonly unknown[] = []) => (await some<R>(text, values))[0],
    };
  }

  /** Runs `work` in one transaction and commits it; whatever it throws rolls everything back. */
  async transaction<T>(context: TenantContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as pg.ClientBase;
    // TypeORM must not begin a transaction of its own: ours begins with the first statement
    const flags = runner as { isTransactionActive: boolean };
    flags.isTransactionActive = true;
    const tx = new Transaction(
      runner,
      client,
      setContext(context, 'once'),
      context.workspaceId,
      context.sees,
      this.rewrite,
    );
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await tx.rollback().catch(() => undefined);
      throw error;
    } finally {
      flags.isTransactionActive = false;
      await runner.release();
    }
  }

  async ping(): Promise<void> {
    await this.source.query('SELECT 1');
  }

  /** The driver's pool, for what needs a connection of its own (LISTEN, COPY). */
  get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async read<R extends Row>(
    context: TenantContext,
    planning: Planning,
    text: string,
    values: readonly unknown[],
  ): Promise<R[]> {
    const sent = this.rewrite(text);
    const name = statementName(sent);
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // the server may cut it right behind its answer, when no query is there any more to take the error: unheard, it would end the process
    const lose = (error: Error): void => void (broken = error);
    client.on('error', lose);
    try {
      return (
        await runScoped<R>(client, [setContext(context, planning)], {
          text: sent,
          values: [...values],
          ...(name ? { name } : {}),
        })
      ).rows;
    } catch (error) {
      // an SQL error leaves the connection usable; a lost one must not return to the pool
      if (isLost(error as { severity?: string; code?: string })) broken = error as Error;
      throw error;
    } finally {
      client.off('error', lose);
      client.release(broken);
    }
  }
}

/** Not answered by the server at all, or with its farewell: 57P01 to 57P05 are administrator commands, crashes and time limits. */
const isLost = ({ severity, code }: { severity?: string; code?: string }): boolean =>
  severity === undefined || code?.startsWith('57P') === true;
