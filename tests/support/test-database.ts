import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { templateDatabase, testServer, urlOfDatabase } from './test-server.js';

export interface TestDatabase {
  /** The owner's connection string, as DATABASE_URL would be. */
  readonly ownerUrl: string;
  readonly appSecret: string;
  /** Removes it, cutting off whoever is still connected. */
  drop(): Promise<void>;
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOfDatabase(serverUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated, empty database for the calling test file alone. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { serverUrl, appSecret } = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  return {
    ownerUrl: urlOfDatabase(serverUrl, name),
    appSecret,
    drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
