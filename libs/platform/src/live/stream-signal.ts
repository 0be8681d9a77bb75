import type { OnModuleDestroy } from '@nestjs/common';
import { type Database, STREAM_CHANNEL } from '@uptake/persistence';
import type pg from 'pg';
import type { Logger } from '../logging/logger.js';

/** Says that a workspace's stream of events has grown. It may say so for nothing, and it may miss one: who follows looks by itself from time to time. */
export abstract class StreamSignal {
  /** Calls `onGrowth` at every growth until the answered function is called. */
  abstract subscribe(workspaceId: string, onGrowth: () => void): () => void;
}

const FIRST_RETRY_MS = 200;
const SLOWEST_RETRY_MS = 10_000;

/** One connection of the process LISTENs, from the first follower on; a lost one comes back by itself. */
export class PostgresStreamSignal extends StreamSignal implements OnModuleDestroy {
  private readonly followers = new Map<string, Set<() => void>>();
  private client: pg.PoolClient | undefined;
  private isListening = false;
  private isStopped = false;
  private retryTimer: NodeJS.Timeout | undefined;
  private failures = 0;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {
    super();
  }

  subscribe(workspaceId: string, onGrowth: () => void): () => void {
    const ofWorkspace = this.followers.get(workspaceId) ?? new Set();
    this.followers.set(workspaceId, ofWorkspace.add(onGrowth));
    if (!this.isListening) void this.listen();
    return () => {
      ofWorkspace.delete(onGrowth);
      if (ofWorkspace.size === 0) this.followers.delete(workspaceId);
    };
  }

  onModuleDestroy(): void {
    this.isStopped = true;
    clearTimeout(this.retryTimer);
    this.client?.release(true);
    this.client = undefined;
  }

  private async listen(): Promise<void> {
    this.isListening = true;
    try {
      const client = await this.database.pool.connect();
      // the process may have begun to stop meanwhile
      if (this.isStopped) return client.release(true);
      this.client = client;
      client.on('notification', ({ payload }) => this.followers.get(payload ?? '')?.forEach((onGrowth) => onGrowth()));
      // whatever it still says after it was let go of is nobody's concern, but must be heard
      client.on('error', (error) => void (this.client === client && this.lose(error)));
      await client.query(`LISTEN ${STREAM_CHANNEL}`);
      this.failures = 0;
      // what was said while nobody listened
      for (const ofWorkspace of this.followers.values()) ofWorkspace.forEach((onGrowth) => onGrowth());
    } catch (error) {
      this.lose(error as Error);
    }
  }

  private lose(error: Error): void {
    if (this.isStopped) return;
    this.client?.release(true);
    this.client = undefined;
    this.failures += 1;
    this.logger.warn({ err: error }, 'the connection that listens for events was lost');
    this.retryTimer = setTimeout(
      () => void this.listen(),
      Math.min(SLOWEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures),
    );
  }
}
