import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for what the worker looked for in whole tables: the mail of a delivery, and counts that have come to nothing. */
export class FoundByIndex1700000000006 implements MigrationInterface {
  name = 'FoundByIndex1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
SET LOCAL lock_timeout = '10s';
CREATE INDEX mail_message_delivery ON mail_message (workspace_id, delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX rollup_cell_empty ON rollup_cell (workspace_id) WHERE amount = 0;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go only forwards: restore a backup instead');
  }
}
