import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JobName, jobNames } from '@uptake/contracts';
import { type Database, openDatabase, systemContext } from '@uptake/persistence';
import { BullJobQueue, DEFAULT_ATTEMPTS, createLogger, openQueueConnection, parseEnvironment } from '@uptake/platform';
import { MailSink } from '../support/mail-sink.js';
import { type TestWorkspace, World } from '../support/people.js';
import { tellRedis, testRedisUrl } from '../support/redis.js';
import { type TestDatabase, createTestDatabase } from '../support/test-database.js';
import { checkRecords } from './check-records.js';
import { freePort } from '../support/free-port.js';
import { type Acknowledged, type Cast, followThrough } from './load.js';
import { RealProcess } from './real-process.js';
import { Seeded } from './seeded.js';
import { StubbornClient } from './stubborn-client.js';

const seed = Number(process.env['UPTAKE_FAULT_SEED'] ?? Date.now() % 1_000_000);
/** Kills in all; the load goes on until they are done. */
const kills = Number(process.env['UPTAKE_FAULT_KILLS'] ?? 8);
const LEAST_ITEMS = 16;
const CLIENTS = 6;
const SETTLES_WITHIN_MS = 60_000;
const START_MS = 10_000;

describe.each(['postgres', ...(testRedisUrl ? ['redis'] : [])])(
  `api, workers and connections killed in the middle of a load (UPTAKE_FAULT_SEED=${seed}), the queue on %s`,
  (server) => {
    let database: TestDatabase;
    let system: Database;
    let sink: MailSink;
    let here: TestWorkspace;
    let cast: Cast;
    let url: string;
    let env: Record<string, string>;
    let api: RealProcess;
    let workers: RealProcess[];
    const acknowledged: Acknowledged[] = [];
    const random = new Seeded(seed);
    let struck = 0;

    beforeAll(async () => {
      database = await createTestDatabase();
      system = await openDatabase({
        ownerUrl: database.ownerUrl,
        appSecret: database.appSecret,
        as: 'system',
        poolSize: 4,
      });
      sink = await MailSink.open();
      const world = new World(system, () => new Date());
      here = await world.workspace('canal');
      cast = {
        manager: await world.person(here, 'maha', 'manager'),
        deputy: await world.person(here, 'dara', 'manager'),
        reviewers: [await world.person(here, 'rana', 'reviewer'), await world.person(here, 'rami', 'reviewer')],
        owners: [
          await world.person(here, 'omar', 'contributor'),
          await world.person(here, 'olla', 'contributor'),
          await world.person(here, 'osama', 'contributor'),
        ],
      };
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      if (server === 'redis') await tellRedis(testRedisUrl ?? '', 'FLUSHDB');
      env = {
        NODE_ENV: 'production',
        DATABASE_URL: database.ownerUrl,
        APP_SECRET: database.appSecret,
        PORT: String(port),
        SMTP_URL: sink.url,
        LOG_LEVEL: 'error',
        ...(server === 'redis' && testRedisUrl ? { REDIS_URL: testRedisUrl } : {}),
      };
      api = new RealProcess('api', env);
      workers = [new RealProcess('worker', env), new RealProcess('worker', env)];
      for (const process of [api, ...workers]) process.start();
      await until(async () => (await fetch(`${url}/readyz`)).ok);
    });
    afterAll(async () => {
      await Promise.all([api, ...(workers ?? [])].map((process) => process?.stop()));
      await sink?.close();
      await system?.close();
      await database?.drop();
    });

    it('leaves nothing that was acknowledged missing, and nothing doubled', async () => {
      let isKilling = true;
      let isApiDue = false;
      const client = new StubbornClient(url, () => {
        // the api dies while it is at this very request
        if (!isApiDue) return;
        isApiDue = false;
        setTimeout(() => void api.kill(), random.between(0, 40));
      });
      let number = 0;
      const loads = Array.from({ length: CLIENTS }, async () => {
        while (isKilling || number < LEAST_ITEMS)
          acknowledged.push(await followThrough(client, here, cast, (number += 1)));
      });
      const killing = (async () => {
        while (struck < kills) {
          await pause(random.between(300, 1_800));
          struck += 1;
          const blow = random.oneOf(['api', 'worker', 'worker', 'connections'] as const);
          if (blow === 'api') isApiDue = true;
          else await (blow === 'worker' ? random.oneOf(workers).kill() : cutConnections());
        }
        isKilling = false;
      })();
      await Promise.all([...loads, killing]).catch((error: unknown) => {
        isKilling = false;
        throw new Error(`${(error as Error).message}\n${[api, ...workers].map(({ said }) => said).join('\n')}`, {
          cause: error,
        });
      });
      const began = performance.now();
      await settled();
      const settledIn = Math.round(performance.now() - began);
      const { faults, repeatedMails, deliveries } = await checkRecords(
        system,
        database.appSecret,
        here,
        cast,
        acknowledged,
        sink.received,
      );
      const deaths = [api, ...workers].map((process) => process.kills);
      console.log(
        `seed ${seed}: ${acknowledged.length} recommendations, ${client.repeated} requests repeated, kills api ${deaths[0]}, workers ${deaths.slice(1).join('+')}, settled in ${settledIn} ms; ${deliveries} deliveries, ${sink.received.length} mails, ${repeatedMails} of them repetitions`,
      );
      expect(faults).toEqual([]);
      expect([api, ...workers].flatMap((process) => process.deaths)).toEqual([]);
      // a repetition takes a death between the server's 250 and the commit, of each of the jobs that were there at once
      expect(repeatedMails).toBeLessThanOrEqual(struck * 6);
      expect(acknowledged.length).toBeGreaterThanOrEqual(LEAST_ITEMS);
    });

    it('is checked by a checker that sees what is missing, doubled or made up', async () => {
      const recheck = async () =>
        (await checkRecords(system, database.appSecret, here, cast, acknowledged, sink.received)).faults.map(
          (fault) => fault.replace(/^\S+ /, '').split(' ')[0],
        );
      const [first] = await system
        .reader(systemContext(here.id))
        .query<{ id: string }>(
          `SELECT d.id FROM delivery d JOIN outbox_event e ON e.workspace_id = d.workspace_id AND e.id = d.event_id WHERE d.workspace_id = $1 AND e.type = 'recommendation.assigned' AND d.channel = 'in_app' LIMIT 1`,
          [here.id],
        );
      const change = (sql: string) =>
        system.transaction(systemContext(here.id), (tx) => tx.query(sql, [here.id, first!.id]));
      await change(
        `UPDATE delivery SET recipient_id = (SELECT m.id FROM member m WHERE m.workspace_id = $1 AND m.name = 'rana') WHERE workspace_id = $1 AND id = $2`,
      );
      expect(await recheck()).toEqual(expect.arrayContaining(['made', 'missing:']));
      await change(`DELETE FROM delivery WHERE workspace_id = $1 AND id = $2`);
      expect(await recheck()).toEqual(['missing:']);
      sink.received.pop();
      expect(await recheck()).toEqual(expect.arrayContaining(['as']));
    });

    it('hands the jobs of a dead worker on within 15 seconds', async () => {
      const [first, second] = workers;
      await second!.stop();
      const client = new StubbornClient(url);
      const made = await client.send<{ id: string }>('POST', cast.manager, `/workspaces/${here.slug}/recommendations`, {
        title: 'Left behind',
        text: 'Left behind by a worker that died.',
      });
      sink.isHanging = true;
      const asked = sink.untilAsked(1);
      await client.send('PUT', cast.manager, `/workspaces/${here.slug}/recommendations/${made.id}/assignment`, {
        ownerId: cast.owners[0]!.memberId,
      });
      await asked;
      sink.isHanging = false;
      const before = sink.received.length;
      const began = performance.now();
      await first!.kill();
      await until(async () => sink.received.length > before, 30_000);
      // the start of the process that takes over is not the queue's time
      expect(performance.now() - began).toBeLessThan(15_000 + START_MS);
      await settled();
      expect(sink.received).toHaveLength(before + 1);
    });

    it('stops each process within its time when it is asked to', async () => {
      const took = await Promise.all([api, ...workers].map((process) => process.stop()));
      for (const ms of took) expect(ms).toBeLessThan(20_000);
    });

    /** Every connection of the product is cut by the database, as by a failover. */
    const cutConnections = () =>
      system.transaction(systemContext(), (tx) =>
        tx.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND application_name LIKE 'uptake-%' AND pid <> pg_backend_pid()`,
        ),
      );

    async function settled(): Promise<void> {
      const environment = parseEnvironment(env);
      const connection = await openQueueConnection(environment, createLogger('silent', 'checker'));
      const queue = new BullJobQueue(
        connection,
        () => DEFAULT_ATTEMPTS,
        () => undefined,
      );
      const waiting = async () => {
        const row = await system
          .reader(systemContext(here.id))
          .one<{ n: number }>(
            `SELECT (SELECT count(*) FROM outbox_event WHERE workspace_id = $1 AND handled_at IS NULL)::int + (SELECT count(*) FROM delivery WHERE workspace_id = $1 AND status = 'pending')::int AS n`,
            [here.id],
          );
        return row?.n ?? 0;
      };
      try {
        await until(
          async () => (await waiting()) === 0 && (await total(jobNames, (name) => queue.unfinished(name))) === 0,
          SETTLES_WITHIN_MS,
        );
        expect(await total(jobNames, async (name) => (await queue.failed(name)).length)).toBe(0);
      } finally {
        await queue.close();
        await connection.close();
      }
    }

    async function total(names: readonly JobName[], of: (name: JobName) => Promise<number>): Promise<number> {
      let sum = 0;
      for (const name of names) sum += await of(name);
      return sum;
    }

    async function until(test: () => Promise<boolean>, patienceMs = 120_000): Promise<void> {
      const deadline = performance.now() + patienceMs;
      while (!(await test().catch(() => false))) {
        if (performance.now() > deadline)
          throw new Error(`It did not come to that\n${[api, ...workers].map(({ said }) => said).join('\n')}`);
        await pause(100);
      }
    }
  },
);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
