import { createDataSource } from './data-source.js';
import { ensureRoles } from './roles.js';

export interface MigrationReport {
  applied: string[];
  pending: string[];
}

/**
 * Brings a database to this version's schema: roles first, then every migration not yet applied, each in its own transaction.
 * With `dryRun` nothing changes and `pending` names what would run. Several processes may call it at once: the second waits.
 */
export async function migrate(ownerUrl: string, appSecret: string, { dryRun = false } = {}): Promise<MigrationReport> {
  if (!dryRun) await ensureRoles(ownerUrl, appSecret);
  const source = createDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'uptake-migrate' });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('uptake:migrate'))");
    if (dryRun) {
      const applied = await appliedNames(lock);
      return { applied: [], pending: source.migrations.map((m) => m.name ?? '').filter((name) => !applied.has(name)) };
    }
    const done = await source.runMigrations({ transaction: 'each' });
    return { applied: done.map((m) => m.name), pending: [] };
  } finally {
    await lock.query("SELECT pg_advisory_unlock(hashtext('uptake:migrate'))").catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function appliedNames(runner: { query(sql: string): Promise<unknown> }): Promise<Set<string>> {
  const exists = (await runner.query("SELECT to_regclass('public.schema_migration') IS NOT NULL AS yes")) as Array<{
    yes: boolean;
  }>;
  if (!exists[0]?.yes) return new Set();
  const rows = (await runner.query('SELECT name FROM schema_migration')) as Array<{ name: string }>;
  return new Set(rows.map((row) => row.name));
}
