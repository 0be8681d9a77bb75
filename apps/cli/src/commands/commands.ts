import type { Command } from './command.js';

/** By the words that call them. */
export const commands: Readonly<Record<string, Command>> = {
  'brief parse': {
    usage: 'brief parse FILE [--json]',
    summary: 'shows what the importer finds in a text file',
    needs: 'nothing',
    load: async () => (await import('./brief-parse.js')).briefParse,
  },
  migrate: {
    usage: 'migrate [--dry-run]',
    summary: 'brings the database to the schema of this version, or only says what that would take',
    needs: 'database',
    load: async () => (await import('./migrate.js')).runMigrate,
  },
  'audit verify': {
    usage: 'audit verify [--export FILE]',
    summary: 'checks every audit chain, against the heads kept in FILE too, and keeps the present heads there',
    needs: 'database',
    load: async () => (await import('./audit-verify.js')).runAuditVerify,
  },
  'rollups recompute': {
    usage: 'rollups recompute',
    summary: 'counts every workspace afresh and says where the kept counts differ',
    needs: 'database',
    load: async () => (await import('./rollups-recompute.js')).runRollupsRecompute,
  },
  permissions: {
    usage: 'permissions',
    summary: 'prints who may do what, in Markdown',
    needs: 'nothing',
    load: async () => (await import('./permissions.js')).runPermissions,
  },
  'user create': {
    usage: 'user create --email ADDRESS --name NAME [--workspace SLUG --roles admin,manager,...]',
    summary: 'makes an account and prints its first password, this once; in a workspace too where one is named',
    needs: 'database',
    load: async () => (await import('./user-create.js')).runUserCreate,
  },
  demo: {
    usage: 'demo',
    summary: 'makes the demonstration workspace; its people sign in with UPTAKE_DEMO_PASSWORD',
    needs: 'database',
    load: async () => (await import('./demo.js')).runDemo,
  },
  seed: {
    usage: 'seed --tasks N [--workspaces N] [--seed N]',
    summary: 'makes workspaces of a size for measuring and prints their people and tokens as JSON',
    needs: 'database',
    load: async () => (await import('./seed.js')).runSeed,
  },
};
