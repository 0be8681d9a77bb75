import { systemRole } from '@uptake/persistence';
import { runMigrations } from 'bullmq';
import pg from 'pg';

export const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings the queue's own schema to the version of the installed BullMQ, as the owner, and lets the role that works over
 * all workspaces use it. Safe to repeat and to run by several processes at once. The queue makes a sequence of its own for
 * each new queue name, hence CREATE on that schema.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${systemRole};
      GRANT ALL ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${systemRole};
      GRANT ALL ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${systemRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${systemRole};`);
  } finally {
    await client.end();
  }
}
