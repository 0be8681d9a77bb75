import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@uptake/persistence';
import { migrateQueue } from '@uptake/platform';
import { KillableServer } from './killable-server.js';
import { ProductUnderLoad } from './product-under-load.js';
import { Seeded } from './seeded.js';
import { StubbornClient } from './stubborn-client.js';

const seed = Number(process.env['UPTAKE_FAULT_SEED'] ?? Date.now() % 1_000_000);
/** How often a submission and a decision are struck; the load goes on until they are. */
const rounds = Number(process.env['UPTAKE_FAULT_ROUNDS'] ?? 1);
const CLIENTS = 4;
const LEAST_ITEMS = 8;
/** How many submissions and decisions pass before each blow, so that the queue has its part to lose too. */
const WRITES_BETWEEN = 4;

describe(`SIGKILL of every process, PostgreSQL included, then a start (UPTAKE_FAULT_SEED=${seed})`, () => {
  let server: KillableServer;
  let product: ProductUnderLoad;
  const random = new Seeded(seed);

  beforeAll(async () => {
    server = await KillableServer.start();
    const appSecret = randomBytes(32).toString('hex');
    await migrate(server.url, appSecret);
    await migrateQueue(server.url);
    product = await ProductUnderLoad.start({ ownerUrl: server.url, appSecret });
  });
  afterAll(async () => {
    await product?.close();
    await server?.remove();
  });

  it('during submissions and during decisions loses nothing acknowledged and doubles nothing', async () => {
    const { acknowledged, api, workers } = product;
    const blows = Array.from({ length: rounds }, () => ['submissions', 'decision']).flat();
    const struck: Promise<void>[] = [];
    let passed = 0;
    const client = new StubbornClient(product.url, (path) => {
      const isDue = path.endsWith(blows[struck.length] ?? 'never') && (passed += 1) >= WRITES_BETWEEN;
      if (!isDue) return;
      passed = 0;
      struck.push(strike(random.between(0, 40)));
    });
    await product
      .carry(client, CLIENTS, LEAST_ITEMS, () => struck.length === blows.length)
      .catch((error: unknown) => {
        throw new Error(`${(error as Error).message}\n${product.said}`, { cause: error });
      });
    await Promise.all(struck);
    await product.settled();
    const { faults, repeatedMails, deliveries } = await product.check();
    console.log(
      `seed ${seed}: ${acknowledged.length} recommendations, ${client.repeated} requests repeated, everything killed ${server.kills} times; ${deliveries} deliveries, ${repeatedMails} mails repeated`,
    );
    expect(faults).toEqual([]);
    expect(server.kills).toBe(blows.length);
    expect(acknowledged.length).toBeGreaterThanOrEqual(LEAST_ITEMS);

    /** While the request that called for it is under way; nothing is left running before anything is started. */
    async function strike(afterMs: number): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const dying = [api, ...workers].map((process) => process.die());
      await Promise.all([server.kill(), ...dying]);
      await server.startAgain();
      for (const process of [api, ...workers]) process.start();
    }
  });
});
