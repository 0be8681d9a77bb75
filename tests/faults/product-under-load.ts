import { expect } from '@jest/globals';
import { type JobName, jobNames } from '@uptake/contracts';
import { type Database, openDatabase, systemContext } from '@uptake/persistence';
import { BullJobQueue, DEFAULT_ATTEMPTS, createLogger, openQueueConnection, parseEnvironment } from '@uptake/platform';
import { freePort } from '../support/free-port.js';
import { MailSink } from '../support/mail-sink.js';
import { type TestWorkspace, World } from '../support/people.js';
import { type Findings, checkRecords } from './check-records.js';
import { type Acknowledged, type Cast, followThrough } from './load.js';
import { RealProcess } from './real-process.js';
import type { StubbornClient } from './stubborn-client.js';

const SETTLES_WITHIN_MS = 60_000;

export interface ProductOptions {
  /** A migrated database. */
  ownerUrl: string;
  appSecret: string;
  redisUrl?: string | undefined;
}

/** The product as its own processes, the people of one workspace, and what those were told has happened. */
export class ProductUnderLoad {
  readonly acknowledged: Acknowledged[] = [];

  private constructor(
    readonly url: string,
    readonly system: Database,
    readonly sink: MailSink,
    readonly here: TestWorkspace,
    readonly cast: Cast,
    readonly api: RealProcess,
    readonly workers: readonly [RealProcess, RealProcess],
    private readonly env: Record<string, string>,
  ) {}

  /** Resolves when it answers. */
  static async start({ ownerUrl, appSecret, redisUrl }: ProductOptions): Promise<ProductUnderLoad> {
    const system = await openDatabase({ ownerUrl, appSecret, as: 'system', poolSize: 4 });
    const sink = await MailSink.open();
    const world = new World(system, () => new Date());
    const here = await world.workspace('canal');
    const cast: Cast = {
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
    const env = {
      NODE_ENV: 'production',
      DATABASE_URL: ownerUrl,
      APP_SECRET: appSecret,
      PORT: String(port),
      SMTP_URL: sink.url,
      LOG_LEVEL: 'error',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    };
    const api = new RealProcess('api', env);
    const workers = [new RealProcess('worker', env), new RealProcess('worker', env)] as const;
    const url = `http://127.0.0.1:${port}`;
    const product = new ProductUnderLoad(url, system, sink, here, cast, api, workers, env);
    for (const process of product.processes) process.start();
    await product.until(async () => (await fetch(`${url}/readyz`)).ok);
    return product;
  }

  get processes(): readonly RealProcess[] {
    return [this.api, ...this.workers];
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.sink.close();
    await this.system.close();
  }

  /** `clients` at once take recommendations from their making to the approved update, at least `least` and until `isOver`. */
  async carry(client: StubbornClient, clients: number, least: number, isOver: () => boolean): Promise<void> {
    let number = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (!isOver() || number < least)
          this.acknowledged.push(await followThrough(client, this.here, this.cast, (number += 1)));
      }),
    );
  }

  /** What clients were told, against the tables. */
  check(): Promise<Findings> {
    const { system, here, cast, acknowledged, sink } = this;
    return checkRecords(system, this.env['APP_SECRET'] ?? '', here, cast, acknowledged, sink.received);
  }

  /** Resolves when every event is handled, every delivery made and no job is left, failed ones included. */
  async settled(): Promise<void> {
    const connection = await openQueueConnection(parseEnvironment(this.env), createLogger('silent', 'checker'));
    const queue = new BullJobQueue(
      connection,
      () => DEFAULT_ATTEMPTS,
      () => undefined,
    );
    try {
      await this.until(
        async () => (await this.waiting()) === 0 && (await total(jobNames, (name) => queue.unfinished(name))) === 0,
        SETTLES_WITHIN_MS,
      );
      expect(await total(jobNames, async (name) => (await queue.failed(name)).length)).toBe(0);
    } finally {
      await queue.close();
      await connection.close();
    }
  }

  async until(test: () => Promise<boolean>, patienceMs = 120_000): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (!(await test().catch(() => false))) {
      if (performance.now() > deadline) throw new Error(`It did not come to that\n${this.said}`);
      await pause(100);
    }
  }

  /** What its processes said last, for a failing test. */
  get said(): string {
    return this.processes.map(({ said }) => said).join('\n');
  }

  private async waiting(): Promise<number> {
    const row = await this.system
      .reader(systemContext(this.here.id))
      .one<{ n: number }>(
        `SELECT (SELECT count(*) FROM outbox_event WHERE workspace_id = $1 AND handled_at IS NULL)::int + (SELECT count(*) FROM delivery WHERE workspace_id = $1 AND status = 'pending')::int AS n`,
        [this.here.id],
      );
    return row?.n ?? 0;
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function total(names: readonly JobName[], of: (name: JobName) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const name of names) sum += await of(name);
  return sum;
}
