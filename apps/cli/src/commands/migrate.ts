import { migrate } from '@uptake/persistence';
import { migrateQueue } from '@uptake/platform';
import { readArguments } from '../read-arguments.js';
import type { RunOnDatabase } from './command.js';

/** Prints one migration a line: what was applied, or with `--dry-run` what would be. */
export const runMigrate: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  const { values } = readArguments({ args, options: { 'dry-run': { type: 'boolean', default: false } } });
  const { applied, pending } = await migrate(databaseUrl, appSecret, { dryRun: values['dry-run'] });
  if (!values['dry-run']) await migrateQueue(databaseUrl);
  for (const name of applied) console.log(`applied ${name}`);
  for (const name of pending) console.log(`pending ${name}`);
  if (applied.length + pending.length === 0) console.log('up to date');
  return 0;
};
