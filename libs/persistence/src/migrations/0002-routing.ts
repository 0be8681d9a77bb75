import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallOf } from './tenant-tables.js';

/**
 * Stages that a rule passed over, decisions that say which revision they judged, and what items wait for. An older process writes
 * none of the new columns, and needs none of them.
 */
export class Routing1700000000002 implements MigrationInterface {
  name = 'Routing1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [skipping, revisions, gates]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go only forwards: restore a backup instead');
  }
}

const skipping = /* sql */ `
SET LOCAL lock_timeout = '10s';
-- which rule, from which stage, led where
ALTER TABLE stage_run ADD COLUMN skipped_by jsonb;
DO $$
DECLARE name text;
BEGIN
  SELECT conname INTO STRICT name FROM pg_constraint
  WHERE conrelid = 'stage_run'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%required >= 0%';
  EXECUTE format('ALTER TABLE stage_run DROP CONSTRAINT %I', name);
END $$;
-- nobody is required where nobody was asked
ALTER TABLE stage_run ADD CONSTRAINT stage_run_required CHECK (required >= 0 AND (kind <> 'approval' OR required > 0 OR skipped_by IS NOT NULL)) NOT VALID;
ALTER TABLE stage_run VALIDATE CONSTRAINT stage_run_required;
ALTER TABLE stage_run ADD CONSTRAINT stage_run_skipped CHECK (state <> 'skipped' OR skipped_by IS NOT NULL) NOT VALID;
ALTER TABLE stage_run VALIDATE CONSTRAINT stage_run_skipped;
CREATE INDEX stage_run_gate ON stage_run (workspace_id, run_id) WHERE state = 'open' AND kind = 'gate';
`;

const revisions = /* sql */ `
-- A request may outlive the revision it was put for, so a decision says itself which one it judged. Where it does not, an older
-- process took it, for which no request did.
ALTER TABLE decision ADD COLUMN revision int;
`;

const gates = /* sql */ `
CREATE TABLE item_gate (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  -- what waits
  item_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('approved','closed','date')),
  -- for what: another item, or a day so many days before or after a date
  depends_on_id uuid,
  on_date date,
  offset_days int CHECK (offset_days BETWEEN -3650 AND 3650),
  opens_on date GENERATED ALWAYS AS (on_date + offset_days) STORED,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CHECK ((kind = 'date') = (depends_on_id IS NULL)),
  CHECK ((kind = 'date') = (on_date IS NOT NULL AND offset_days IS NOT NULL)),
  CHECK (depends_on_id <> item_id),
  FOREIGN KEY (workspace_id, item_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, depends_on_id) REFERENCES item (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
);
CREATE UNIQUE INDEX item_gate_once ON item_gate (workspace_id, item_id, depends_on_id, kind) WHERE depends_on_id IS NOT NULL;
CREATE UNIQUE INDEX item_gate_date_once ON item_gate (workspace_id, item_id, on_date, offset_days) WHERE depends_on_id IS NULL;
CREATE INDEX item_gate_back ON item_gate (workspace_id, depends_on_id);
${wallOf('item_gate')}
`;
