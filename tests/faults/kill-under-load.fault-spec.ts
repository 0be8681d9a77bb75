import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '@uptake/persistence';
import { tellRedis, testRedisUrl } from '../support/redis.js';
import { type TestDatabase, createTestDatabase } from '../support/test-database.js';
import { ProductUnderLoad, pause } from './product-under-load.js';
import { Seeded } from './seeded.js';
import { StubbornClient } from './stubborn-client.js';

const seed = Number(process.env['UPTAKE_FAULT_SEED'] ?? Date.now() % 1_000_000);
/** Kills in all; the load goes on until they are done. */
const kills = Number(process.env['UPTAKE_FAULT_KILLS'] ?? 8);
const LEAST_ITEMS = 16;
const CLIENTS = 6;
const START_MS = 10_000;

describe.each(['postgres', ...(testRedisUrl ? ['redis'] : [])])(
  `api, workers and connections killed in the middle of a load (UPTAKE_FAULT_SEED=${seed}), the queue on %s`,
  (server) => {
    let database: TestDatabase;
    let product: ProductUnderLoad;
    const random = new Seeded(seed);
    let struck = 0;

    beforeAll(async () => {
      database = await createTestDatabase();
      if (server === 'redis') await tellRedis(testRedisUrl ?? '', 'FLUSHDB');
      product = await ProductUnderLoad.start({
        ...database,
        redisUrl: server === 'redis' ? testRedisUrl : undefined,
      });
    });
    afterAll(async () => {
      await product?.close();
      await database?.drop();
    });

    it('leaves nothing that was acknowledged missing, and nothing doubled', async () => {
      const { api, workers, acknowledged, sink } = product;
      let isKilling = true;
      let isApiDue = false;
      const client = new StubbornClient(product.url, () => {
        // the api dies while it is at this very request
        if (!isApiDue) return;
        isApiDue = false;
        setTimeout(() => void api.kill(), random.between(0, 40));
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
      await Promise.all([product.carry(client, CLIENTS, LEAST_ITEMS, () => !isKilling), killing]).catch(
        (error: unknown) => {
          isKilling = false;
          throw new Error(`${(error as Error).message}\n${product.said}`, { cause: error });
        },
      );
      const began = performance.now();
      await product.settled();
      const settledIn = Math.round(performance.now() - began);
      const { faults, repeatedMails, deliveries } = await product.check();
      const deaths = product.processes.map((process) => process.kills);
      console.log(
        `seed ${seed}: ${acknowledged.length} recommendations, ${client.repeated} requests repeated, kills api ${deaths[0]}, workers ${deaths.slice(1).join('+')}, settled in ${settledIn} ms; ${deliveries} deliveries, ${sink.received.length} mails, ${repeatedMails} of them repetitions`,
      );
      expect(faults).toEqual([]);
      expect(product.processes.flatMap((process) => process.deaths)).toEqual([]);
      // a repetition takes a death between the server's 250 and the commit, of each of the jobs that were there at once
      expect(repeatedMails).toBeLessThanOrEqual(struck * 6);
      expect(acknowledged.length).toBeGreaterThanOrEqual(LEAST_ITEMS);
    });

    it('is checked by a checker that sees what is missing, doubled or made up', async () => {
      const { system, here, sink } = product;
      const recheck = async () =>
        (await product.check()).faults.map((fault) => fault.replace(/^\S+ /, '').split(' ')[0]);
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
      const { here, cast, sink, workers } = product;
      const [first, second] = workers;
      await second.stop();
      const client = new StubbornClient(product.url);
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
      await first.kill();
      await product.until(async () => sink.received.length > before, 30_000);
      // the start of the process that takes over is not the queue's time
      expect(performance.now() - began).toBeLessThan(15_000 + START_MS);
      await product.settled();
      expect(sink.received).toHaveLength(before + 1);
    });

    it('stops each process within its time when it is asked to', async () => {
      const took = await Promise.all(product.processes.map((process) => process.stop()));
      for (const ms of took) expect(ms).toBeLessThan(20_000);
    });

    /** Every connection of the product is cut by the database, as by a failover. */
    const cutConnections = () =>
      product.system.transaction(systemContext(), (tx) =>
        tx.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND application_name LIKE 'uptake-%' AND pid <> pg_backend_pid()`,
        ),
      );
  },
);
