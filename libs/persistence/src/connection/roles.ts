import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The database roles Uptake makes: one that serves people, one that works over all workspaces, one that owns the sign-in functions. */
export const appRole = 'uptake_app';
export const systemRole = 'uptake_system';
export const authRole = 'uptake_auth';

/** Passwords follow from APP_SECRET, so that one DATABASE_URL, the owner's, is enough to configure. */
const passwordOf = (role: string, appSecret: string) =>
  createHmac('sha256', appSecret).update(`database-role:${role}`).digest('hex');

/** The owner's address with another role and its derived password. */
export function urlForRole(ownerUrl: string, role: typeof appRole | typeof systemRole, appSecret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = passwordOf(role, appSecret);
  return url.toString();
}

/** Makes the roles, or renews their passwords; safe to repeat and to run by several processes at once. */
export async function ensureRoles(ownerUrl: string, appSecret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    // roles belong to the whole cluster: two migrations at once must not both create them
    await client.query("SELECT pg_advisory_xact_lock(hashtext('uptake:roles'))");
    for (const role of [appRole, systemRole, authRole]) {
      const login = role === authRole ? 'NOLOGIN' : `LOGIN PASSWORD ${pg.escapeLiteral(passwordOf(role, appSecret))}`;
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} ${login}`);
      await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    }
    await client.query(`GRANT ${authRole} TO CURRENT_USER`);
    await client.query(`GRANT CREATE ON SCHEMA public TO ${authRole}`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
