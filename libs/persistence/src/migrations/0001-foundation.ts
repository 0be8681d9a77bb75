import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityTables } from './0001-foundation/identity.sql.js';
import { workspaceTables } from './0001-foundation/workspaces.sql.js';
import { sourceTables } from './0001-foundation/sources.sql.js';
import { itemTables } from './0001-foundation/items.sql.js';
import { approvalTables } from './0001-foundation/approvals.sql.js';
import { recordTables } from './0001-foundation/records.sql.js';
import { rowSecurity } from './0001-foundation/row-security.sql.js';
import { signInFunctions } from './0001-foundation/sign-in.sql.js';

/** The first schema. Roles are made before it, by `ensureRoles`, because their passwords come from outside. */
export class Foundation1700000000001 implements MigrationInterface {
  name = 'Foundation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      identityTables,
      workspaceTables,
      sourceTables,
      itemTables,
      approvalTables,
      recordTables,
      rowSecurity,
      signInFunctions,
    ]) {
      await runner.query(part);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go only forwards: restore a backup instead');
  }
}
