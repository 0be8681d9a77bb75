import { systemRole, urlForRole } from '@uptake/persistence';
import type { Environment } from '../config/environment.js';
import type { Logger } from '../logging/logger.js';
import { type BullClasses, postgresClasses, redisClasses } from './bull-classes.js';
import { PostgresQueuePool } from './postgres-queue-pool.js';
import { RedisQueueServer } from './redis-queue-server.js';

/** Where the queue lives: what BullMQ is given, and how to let go of it. */
export interface QueueConnection {
  readonly classes: BullClasses;
  readonly kind: 'postgres' | 'redis';
  /** For what adds and asks: it fails at once when the server is gone. */
  producer(): unknown;
  /** For what waits for jobs: it comes back when the server does. */
  consumer(): unknown;
  /** Keys of one queue share a slot of a Redis Cluster by the braces. */
  prefix(queue: string): string;
  close(): Promise<void>;
}

/** Redis where REDIS_URL names one, else PostgreSQL. Rejects when the server is not fit to hold a queue, and says why. */
export async function openQueueConnection(environment: Environment, logger: Logger): Promise<QueueConnection> {
  const prefix = (queue: string) => `{uptake-${queue}}`;
  if (environment.REDIS_URL) {
    const server = await RedisQueueServer.open(environment.REDIS_URL, logger);
    return {
      kind: 'redis',
      classes: redisClasses,
      prefix,
      producer: () => server.producer(),
      consumer: () => server.consumer(),
      close: () => server.close(),
    };
  }
  const pool = await PostgresQueuePool.open(
    urlForRole(environment.DATABASE_URL, systemRole, environment.APP_SECRET),
    logger,
  );
  return {
    kind: 'postgres',
    classes: postgresClasses,
    prefix,
    producer: () => pool.pool,
    consumer: () => pool.pool,
    close: () => pool.close(),
  };
}
