import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApi } from '@uptake/api';
import { type Database, openDatabase } from '@uptake/persistence';
import { type WorkspaceScope, closeHttpApp, createLogger, openScope, parseEnvironment } from '@uptake/platform';
import supertest from 'supertest';
import { ManualClock } from './manual-clock.js';
import { type Person, World } from './people.js';
import { TestBrowser } from './test-browser.js';
import { createTestDatabase } from './test-database.js';

export interface TestApi {
  clock: ManualClock;
  world: World;
  /** The role that works over all workspaces, to look at what was written. */
  system: Database;
  app: Awaited<ReturnType<typeof createApi>>;
  /** Requests under /api/v1 as this person (bearer), or as nobody. */
  as(person: Person | null): Caller;
  /** A verb of the running application, to be called without HTTP by a scope of its own. */
  verb<T>(type: abstract new (...given: never[]) => T): T;
  /** A request's scope as this person would have it. */
  scopeOf(person: Person, slug: string): Promise<WorkspaceScope>;
  /** A browser that keeps its session cookie and sends its CSRF token. */
  browser(): TestBrowser;
  url: string;
  /** The owner's connection, as the database's administrator would have it. */
  ownerUrl: string;
  /** Where its files lie. */
  storageDir: string;
  appSecret: string;
  stop(): Promise<void>;
}
export type Caller = Record<'get' | 'post' | 'put' | 'patch' | 'delete', (path: string) => supertest.Test>;

export interface StartOptions {
  rewrite?: (sql: string) => string;
  /** Environment variables beside those every test has. */
  variables?: Record<string, string>;
  /** Receives every line of the log, down to the finest. */
  logTo?: (line: string) => void;
  /** Where the application finds its database, given where it is: something may stand between. */
  by?: (ownerUrl: string) => Promise<string>;
  /** Stands still unless another is given. */
  clock?: ManualClock;
}

/** The real application on a database of its own, listening on a free port. */
export async function startTestApi({
  rewrite,
  variables = {},
  logTo,
  by,
  clock = new ManualClock(),
}: StartOptions = {}): Promise<TestApi> {
  const { ownerUrl, appSecret, drop } = await createTestDatabase();
  const environment = parseEnvironment({
    NODE_ENV: 'test',
    APP_SECRET: appSecret,
    DATABASE_URL: ownerUrl,
    PORT: '0',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    STORAGE_DIR: path.join(os.tmpdir(), `uptake-files-${randomUUID()}`),
    ...(logTo ? { LOG_LEVEL: 'trace' } : {}),
    ...variables,
  });
  const database = await openDatabase({
    ownerUrl: by ? await by(ownerUrl) : ownerUrl,
    appSecret,
    as: 'app',
    poolSize: 16,
    ...(rewrite ? { rewrite } : {}),
  });
  const system = await openDatabase({ ownerUrl, appSecret, as: 'system', poolSize: 4 });
  const app = await createApi({
    environment,
    logger: createLogger(environment.LOG_LEVEL, 'test-api', logTo && { write: logTo }),
    database,
    clock,
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const as = (person: Person | null): Caller => {
    const agent = supertest(url);
    const call = (method: keyof Caller) => (route: string) => {
      const test = agent[method](`/api/v1${route}`);
      return person ? test.set('authorization', `Bearer ${person.token}`) : test;
    };
    return { get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') };
  };
  return {
    app,
    clock,
    world: new World(system, () => clock.now()),
    system,
    as,
    verb: (type) => app.get(type as never, { strict: false }),
    scopeOf: async (person, slug) =>
      (await openScope(database, clock, { via: 'token', secret: person.token }, slug, randomUUID())) as WorkspaceScope,
    browser: () => new TestBrowser(url),
    url,
    ownerUrl,
    storageDir: environment.STORAGE_DIR,
    appSecret,
    stop: async () => {
      // a client of the test that never read its answer is not waited for
      await closeHttpApp(app, 500);
      await system.close();
      await drop();
      rmSync(environment.STORAGE_DIR, { recursive: true, force: true });
    },
  };
}
