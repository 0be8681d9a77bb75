import { jobNames } from '@uptake/contracts';
import pg from 'pg';
import type { Logger } from '../logging/logger.js';
import { QUEUE_SCHEMA } from './migrate-queue.js';

// each worker keeps one connection to LISTEN on
const OWN_CONNECTIONS = 6;

/** The connections of the queue on PostgreSQL. They are its own: a queue that waits must not take one from a request. */
export class PostgresQueuePool {
  private constructor(readonly pool: pg.Pool) {}

  /** Rejects when the database does not answer or the queue's schema is not there yet. */
  static async open(url: string, logger: Logger): Promise<PostgresQueuePool> {
    const pool = new pg.Pool({
      connectionString: url,
      max: jobNames.length + OWN_CONNECTIONS,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'uptake-queue',
      options: `-c search_path=${QUEUE_SCHEMA},public`,
    });
    // every queue and worker listens for errors of the one pool
    pool.setMaxListeners(50);
    pool.on('error', (error) => logger.warn({ err: error }, 'a connection of the queue was lost'));
    const { rows } = await pool.query<{ there: boolean }>(
      `SELECT to_regclass('${QUEUE_SCHEMA}.job') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) {
      await pool.end();
      throw new Error('The database holds no queue yet: run `npm run -s uptake -- migrate`');
    }
    return new PostgresQueuePool(pool);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
