import type { MigrationInterface, QueryRunner } from 'typeorm';
import { delegationTable, sightOfDelegates } from './0004-delegations/delegation.sql.js';
import { signaturesAndOverrides } from './0004-delegations/decisions.sql.js';

/**
 * Who acts for whom, and what that lets them see; by what right and under what signature a decision was taken; and stages set
 * aside. An older version beside it goes on: it never acts for anybody, and what it writes leaves the new columns empty.
 */
export class Delegations1700000000004 implements MigrationInterface {
  name = 'Delegations1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '10s'`);
    for (const part of [delegationTable, signaturesAndOverrides, sightOfDelegates]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go only forwards: restore a backup instead');
  }
}
