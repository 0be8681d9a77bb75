import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallOf } from './tenant-tables.js';

/**
 * What stages with a deadline will do in time, runs that nobody decided in time, and whose manager is who. An older process opens
 * no stage with a deadline and writes none of the new columns.
 */
export class Timers1700000000003 implements MigrationInterface {
  name = 'Timers1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [timers, expiry, managers]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go only forwards: restore a backup instead');
  }
}

const timers = /* sql */ `
SET LOCAL lock_timeout = '10s';
CREATE TABLE timer (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  stage_run_id uuid NOT NULL,
  -- 0, 1, 2, ... in the order in which the run's timers were set
  position int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reminder','escalation','timeout')),
  sequence int NOT NULL CHECK (sequence >= 1),
  fire_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('set','fired','cancelled')),
  closed_at timestamptz,
  -- when a sweep last took it up, so that two do not at once
  swept_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  -- each step of a deadline once
  UNIQUE (workspace_id, stage_run_id, kind, sequence),
  UNIQUE (workspace_id, run_id, position),
  CHECK ((closed_at IS NULL) = (state = 'set')),
  FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
  FOREIGN KEY (workspace_id, stage_run_id) REFERENCES stage_run (workspace_id, id)
);
CREATE INDEX timer_due ON timer (fire_at) WHERE state = 'set';
-- What has acted or was cancelled never acts again, whoever writes; and when it is due does not change.
CREATE TRIGGER timer_acts_once BEFORE UPDATE ON timer FOR EACH ROW
  WHEN (OLD.state <> 'set' OR NEW.fire_at <> OLD.fire_at) EXECUTE FUNCTION refuse_reopening();
${wallOf('timer')}
`;

const expiry = /* sql */ `
DO $$
DECLARE name text;
BEGIN
  SELECT conname INTO STRICT name FROM pg_constraint
  WHERE conrelid = 'run'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%withdrawn%';
  EXECUTE format('ALTER TABLE run DROP CONSTRAINT %I', name);
END $$;
ALTER TABLE run ADD CONSTRAINT run_state CHECK (state IN ('active','changes_requested','approved','rejected','withdrawn','cancelled','expired')) NOT VALID;
ALTER TABLE run VALIDATE CONSTRAINT run_state;
`;

const managers = /* sql */ `
ALTER TABLE member
  ADD COLUMN manager_id uuid,
  ADD CONSTRAINT member_manager FOREIGN KEY (workspace_id, manager_id) REFERENCES member (workspace_id, id),
  ADD CONSTRAINT member_not_own_manager CHECK (manager_id <> id);
CREATE INDEX member_managed ON member (workspace_id, manager_id) WHERE manager_id IS NOT NULL;
`;
