import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Job, type JobName, type JobPayload, jobNames } from '@uptake/contracts';
import {
  BullJobQueue,
  type Environment,
  type JobHandler,
  JobHandlers,
  JobWorkers,
  PermanentFailure,
  type QueueConnection,
  UnfitQueueServer,
  createLogger,
  openQueueConnection,
  parseEnvironment,
} from '@uptake/platform';
import { tellRedis, testRedisUrl } from '../support/redis.js';
import { type TestDatabase, createTestDatabase } from '../support/test-database.js';

const logger = createLogger('silent', 'test');
const servers = ['postgres', ...(testRedisUrl ? ['redis'] : [])];
const workspaceId = randomUUID();

describe.each(servers)('the queue on %s', (server) => {
  let database: TestDatabase;
  let environment: Environment;
  let connection: QueueConnection;
  let workers: JobWorkers;
  let queue: BullJobQueue;
  const handled: string[] = [];
  const done: string[] = [];
  const givenUp: string[] = [];
  let behaviour: (id: string) => Promise<void> = async () => undefined;

  const handlerOf = (job: JobName): JobHandler => ({
    job,
    concurrency: 4,
    attempts: 3,
    handle: async (payload: JobPayload<JobName>) => {
      const id = Object.values(payload).find((value) => value !== workspaceId) ?? '';
      handled.push(id);
      await behaviour(id);
    },
    gaveUp: async (payload, reason) =>
      void givenUp.push(`${Object.values(payload).find((value) => value !== workspaceId)} ${reason}`),
  });
  const start = async () => {
    connection = await openQueueConnection(environment, logger);
    workers = new JobWorkers(
      connection,
      new JobHandlers(jobNames.map(handlerOf)),
      logger,
      async ({ id }) => void done.push(id),
    );
    queue = new BullJobQueue(connection, workers.attemptsOf, () => undefined);
    await workers.start();
  };
  const stop = async () => {
    await workers?.stop();
    await queue?.close();
    await connection?.close();
  };
  const mail = (id: string = randomUUID()): Job => ({
    name: 'send-mail',
    id,
    payload: { workspaceId, deliveryId: id },
  });
  const until = async (test: () => boolean | Promise<boolean>) => {
    for (let i = 0; i < 800; i += 1) {
      if (await test()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('It did not come to that');
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    if (server === 'redis') await tellRedis(testRedisUrl ?? '', 'FLUSHDB');
    environment = parseEnvironment({
      NODE_ENV: 'test',
      APP_SECRET: database.appSecret,
      DATABASE_URL: database.ownerUrl,
      ...(server === 'redis' ? { REDIS_URL: testRedisUrl } : {}),
    });
    await start();
  });
  afterEach(() => {
    behaviour = async () => undefined;
  });
  afterAll(async () => {
    await stop();
    await database?.drop();
  });

  it('runs every job of a batch once', async () => {
    const jobs = Array.from({ length: 200 }, () => mail());
    await queue.add(jobs);
    await until(() => jobs.every(({ id }) => done.includes(id)));
    expect(handled.filter((id) => jobs.some((job) => job.id === id))).toHaveLength(200);
    expect(await queue.unfinished('send-mail')).toBe(0);
  });

  it('does not add a job again that waits or runs', async () => {
    let release = (): void => undefined;
    behaviour = () => new Promise((resolve) => (release = resolve));
    const job = mail();
    await queue.add([job]);
    await until(() => handled.includes(job.id));
    await queue.add([job, job]);
    release();
    await until(() => done.includes(job.id));
    expect(handled.filter((id) => id === job.id)).toHaveLength(1);
  });

  it('tries a failing job again and again, then keeps it visible as failed, while its neighbours go through', async () => {
    const [poison, ...neighbours] = Array.from({ length: 20 }, () => mail());
    behaviour = async (id) => {
      if (id === poison!.id) throw new Error('it does not work');
    };
    await queue.add([poison!, ...neighbours]);
    await until(() => neighbours.every(({ id }) => done.includes(id)));
    await until(() => givenUp.length > 0);
    expect(handled.filter((id) => id === poison!.id)).toHaveLength(3);
    expect(givenUp).toEqual([`${poison!.id} it does not work`]);
    expect(await queue.failed('send-mail')).toEqual([{ id: poison!.id, reason: 'it does not work', attempts: 3 }]);
    // adding it again does not wake the dead
    await queue.add([poison!]);
    expect(await queue.unfinished('send-mail')).toBe(0);
  });

  it('puts a dead letter back when a person asks for it', async () => {
    const [dead] = await queue.failed('send-mail');
    expect(await queue.retry('send-mail', dead!.id)).toBe(true);
    await until(() => done.includes(dead!.id));
    expect(await queue.failed('send-mail')).toEqual([]);
    expect(await queue.retry('send-mail', dead!.id)).toBe(false);
  });

  it('does not try again what failed for good', async () => {
    const job = mail();
    behaviour = async () => {
      throw new PermanentFailure('never');
    };
    await queue.add([job]);
    await until(async () => (await queue.failed('send-mail')).some(({ id }) => id === job.id));
    expect(handled.filter((id) => id === job.id)).toHaveLength(1);
  });

  it('refuses a payload that is not as agreed, for good', async () => {
    const id = randomUUID();
    await queue.add([{ name: 'send-message', id, payload: { workspaceId, messageId: 'not an id' } }]);
    await until(async () => (await queue.failed('send-message')).some((job) => job.id === id));
    expect(handled).not.toContain('not an id');
  });

  it('finishes what is under way when it stops, and takes nothing new', async () => {
    const jobs = Array.from({ length: 12 }, () => mail());
    behaviour = () => new Promise((resolve) => setTimeout(resolve, 150));
    await queue.add(jobs);
    await until(() => jobs.some(({ id }) => handled.includes(id)));
    await stop();
    const ids = jobs.map(({ id }) => id);
    const begun = handled.filter((id) => ids.includes(id));
    expect(begun.length).toBeLessThan(12);
    expect(done.filter((id) => ids.includes(id)).sort()).toEqual(begun.sort());
    behaviour = async () => undefined;
    await start();
    await until(() => ids.every((id) => done.includes(id)));
    expect(handled.filter((id) => ids.includes(id))).toHaveLength(12);
  });
});

describe('a server for the queue', () => {
  const at = (REDIS_URL: string) =>
    openQueueConnection(
      parseEnvironment({
        APP_SECRET: 'a secret of sixteen',
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
        REDIS_URL,
      }),
      logger,
    );

  it('is refused at the start when it does not answer', async () => {
    await expect(at('redis://127.0.0.1:1')).rejects.toThrow(UnfitQueueServer);
  });

  (testRedisUrl ? it : it.skip)('is refused when it may throw jobs away', async () => {
    await tellRedis(testRedisUrl ?? '', 'CONFIG SET maxmemory-policy allkeys-lru');
    try {
      await expect(at(testRedisUrl ?? '')).rejects.toThrow(/noeviction/);
    } finally {
      await tellRedis(testRedisUrl ?? '', 'CONFIG SET maxmemory-policy noeviction');
    }
  });
});
