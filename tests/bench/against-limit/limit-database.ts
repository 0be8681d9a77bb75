import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import type { Kit } from './kit.js';
import { statementsOf } from './psql-script.js';

/** The database that the kit's own server reads; `seed` in it holds the data that both are made of. */
export const LIMIT_DATABASE = 'limit100k';
/** Whom the kit's server signs in as. */
const ROLE = 'postgres';

export const databaseOf = (ownerUrl: string, name: string): string => {
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** The role of the kit's server, with a password of this run. */
export async function letLimitIn(ownerUrl: string, password: string): Promise<void> {
  await onDatabase(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    if (!rowCount) await owner.query(`CREATE ROLE ${ROLE} LOGIN`);
    await owner.query(`ALTER ROLE ${ROLE} PASSWORD ${owner.escapeLiteral(password)}`);
  });
}

/** Makes the limit's database by the kit's own scripts, as its role. */
export async function makeLimitDatabase(kit: Kit, ownerUrl: string, tasks: number): Promise<void> {
  const limitUrl = databaseOf(ownerUrl, LIMIT_DATABASE);
  await onDatabase(ownerUrl, (owner) => owner.query(`CREATE DATABASE ${LIMIT_DATABASE} OWNER ${ROLE}`));
  for (const name of ['seed/canonical.sql', 'seed/limit.sql'] as const) {
    await onDatabase(limitUrl, async (owner) => {
      await owner.query(`SET ROLE ${ROLE}`);
      const variables = { tasks: String(tasks), DBNAME: LIMIT_DATABASE };
      for (const statement of statementsOf(readFileSync(kit.file(name), 'utf8'), variables))
        await owner.query(statement);
    });
  }
}

/** What the kit's driver asks about: which task belongs to whom, as the kit's `export.sh` writes it. */
export async function exportSeed(ownerUrl: string, file: string): Promise<void> {
  const sql = `SELECT json_build_object(
    'tasks', (SELECT json_agg(json_build_array(id, project_id, assignee_id, status) ORDER BY id) FROM seed.s_task),
    'users', (SELECT json_agg(json_build_array(id, login, token) ORDER BY id) FROM seed.s_user),
    'members', (SELECT json_agg(json_build_array(project_id, k, user_id) ORDER BY project_id, k) FROM seed.s_member),
    'words', (SELECT json_agg(seed.word(g) ORDER BY g) FROM generate_series(0, 2999) g))::text AS seed`;
  const { rows } = await onDatabase(databaseOf(ownerUrl, LIMIT_DATABASE), (owner) =>
    owner.query<{ seed: string }>(sql),
  );
  writeFileSync(file, rows[0]?.seed ?? '');
}

export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
