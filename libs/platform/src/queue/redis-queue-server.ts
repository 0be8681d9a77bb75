import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../logging/logger.js';

const OLDEST = [6, 2] as const;

/** Why a server may not hold the queue. */
export class UnfitQueueServer extends Error {
  override readonly name = 'UnfitQueueServer';
}

/** The connections of the queue on Redis or Valkey, to a server that was looked at first. */
export class RedisQueueServer {
  private readonly clients: Redis[] = [];

  private constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  /** Rejects with an UnfitQueueServer when it cannot be reached, is too old, or may throw jobs away when it is full. */
  static async open(url: string, logger: Logger): Promise<RedisQueueServer> {
    const probe = new Redis(url, {
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
      connectTimeout: 10_000,
    });
    let lastError: Error | undefined;
    probe.on('error', (error) => (lastError = error));
    try {
      await probe.connect();
      requireVersion(await probe.info('server'));
      requireNoEviction(await probe.info('memory'));
    } catch (error) {
      if (error instanceof UnfitQueueServer) throw error;
      throw new UnfitQueueServer(`REDIS_URL: the server does not answer (${(lastError ?? (error as Error)).message})`);
    } finally {
      probe.disconnect();
    }
    return new RedisQueueServer(url, logger);
  }

  producer(): Redis {
    return this.connect({ maxRetriesPerRequest: 1, enableOfflineQueue: false });
  }

  consumer(): Redis {
    return this.connect({ maxRetriesPerRequest: null });
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.disconnect();
  }

  private connect(options: RedisOptions): Redis {
    const client = new Redis(this.url, { ...options, retryStrategy: (times) => Math.min(100 * 2 ** times, 5_000) });
    client.on('error', (error) => this.logger.warn({ err: error }, 'the queue server does not answer'));
    this.clients.push(client);
    return client;
  }
}

const fieldOf = (info: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];

function requireVersion(info: string): void {
  // Valkey answers the Redis version it is compatible with
  const version = fieldOf(info, 'redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new UnfitQueueServer(`REDIS_URL: version ${version} is too old; ${OLDEST.join('.')} or newer is needed`);
}

function requireNoEviction(info: string): void {
  const policy = fieldOf(info, 'maxmemory_policy');
  if (policy === undefined || policy === 'noeviction') return;
  throw new UnfitQueueServer(
    `REDIS_URL: maxmemory-policy is ${policy}: a full server would throw jobs away. Set it to noeviction`,
  );
}
