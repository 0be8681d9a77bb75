import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@uptake/persistence';
import { migrateQueue } from '@uptake/platform';
import { chooseDataFolder, startEmbeddedPostgres } from '@uptake/platform/embedded-postgres';
import pg from 'pg';
import { announceTestServer, templateDatabase, urlOfDatabase } from './test-server.js';

const fromSource = new URL('../../.config/from-source.mjs', import.meta.url).href;

// A test's data may be lost: nothing has to reach the disk.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function createTemplate(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase}`);
  await client.end();
  return urlOfDatabase(serverUrl, templateDatabase);
}

/** One PostgreSQL for the whole run with one migrated database, which every test file copies for itself. */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'uptake-test-'));
  const server = await startEmbeddedPostgres({
    dataFolder: chooseDataFolder(folder, folder),
    purpose: 'npm test',
    settings,
    nodeArguments: ['--no-warnings', '--import', fromSource],
  });
  globalThis.stopTestServer = async () => {
    await server.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const appSecret = randomBytes(32).toString('hex');
    const serverUrl = await createTemplate(server.url);
    await migrate(serverUrl, appSecret);
    await migrateQueue(serverUrl);
    announceTestServer({ serverUrl, appSecret });
  } catch (error) {
    await globalThis.stopTestServer(); // Jest runs no teardown after a failed set-up
    throw error;
  }
}

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}
