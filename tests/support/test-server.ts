/**
 * What the global set-up tells each test file, by environment variables since Jest's workers are processes.
 * Only `npm run test:api`, `test:e2e` and the like have it: pure tests start no server.
 */
const names = { serverUrl: 'UPTAKE_TEST_SERVER_URL', appSecret: 'UPTAKE_TEST_APP_SECRET' } as const;

export const templateDatabase = 'uptake_template';

export interface TestServer {
  /** The owner's connection string to the migrated template database. */
  readonly serverUrl: string;
  readonly appSecret: string;
}

export function announceTestServer(server: TestServer): void {
  process.env[names.serverUrl] = server.serverUrl;
  process.env[names.appSecret] = server.appSecret;
}

export function testServer(): TestServer {
  const serverUrl = process.env[names.serverUrl];
  const appSecret = process.env[names.appSecret];
  if (!serverUrl || !appSecret) throw new Error('No test database: run this file with `npm run test:api`.');
  return { serverUrl, appSecret };
}

/** The same server and user, another database. */
export function urlOfDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
