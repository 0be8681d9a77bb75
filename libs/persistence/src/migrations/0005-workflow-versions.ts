import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who drafted, published and retired a version and what its publisher said; which workflow judges a kind of submission; which
 * managers may change a workflow. Everything is new beside what an older process writes, and has a default where it does not.
 */
export class WorkflowVersions1700000000005 implements MigrationInterface {
  name = 'WorkflowVersions1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(choice);
    await runner.query(immutability);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go only forwards: restore a backup instead');
  }
}

const columns = /* sql */ `
SET LOCAL lock_timeout = '10s';
ALTER TABLE workflow
  -- chosen to judge every new submission of its kind
  ADD COLUMN judges boolean NOT NULL DEFAULT false,
  -- managers whom administrators let change it
  ADD COLUMN designer_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE workflow_version
  -- counts the changes of a draft
  ADD COLUMN version int NOT NULL DEFAULT 1,
  -- number of the version that was published when this one was begun
  ADD COLUMN based_on int,
  ADD COLUMN note text,
  ADD COLUMN created_by uuid,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN changed_by uuid,
  ADD COLUMN published_by uuid,
  ADD COLUMN retired_at timestamptz,
  ADD FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id),
  ADD FOREIGN KEY (workspace_id, changed_by) REFERENCES member (workspace_id, id),
  ADD FOREIGN KEY (workspace_id, published_by) REFERENCES member (workspace_id, id);
`;

// The wall holds for the owner of the tables too, so it is let down for the one statement that looks over all workspaces, while
// the tables are locked against everybody else. What judged a kind until now, the oldest published workflow of it, goes on doing so.
const choice = /* sql */ `
ALTER TABLE workflow NO FORCE ROW LEVEL SECURITY;
ALTER TABLE workflow_version NO FORCE ROW LEVEL SECURITY;
UPDATE workflow SET judges = true
FROM (
  SELECT DISTINCT ON (w.workspace_id, w.subject) w.workspace_id, w.id
  FROM workflow w
  JOIN workflow_version v ON v.workspace_id = w.workspace_id AND v.workflow_id = w.id AND v.status = 'published'
  ORDER BY w.workspace_id, w.subject, w.created_at, w.id
) oldest
WHERE workflow.workspace_id = oldest.workspace_id AND workflow.id = oldest.id;
ALTER TABLE workflow FORCE ROW LEVEL SECURITY;
ALTER TABLE workflow_version FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX workflow_judges ON workflow (workspace_id, subject) WHERE judges;
`;

// What was said at its publishing stays as it is as well, and what is retired stays so.
const immutability = /* sql */ `
CREATE OR REPLACE FUNCTION refuse_published_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.definition::text <> NEW.definition::text OR OLD.hash <> NEW.hash OR OLD.number <> NEW.number
    OR NEW.status = 'draft' OR (OLD.status = 'retired' AND NEW.status <> 'retired') OR OLD.workflow_id <> NEW.workflow_id
    OR OLD.note IS DISTINCT FROM NEW.note OR OLD.published_at IS DISTINCT FROM NEW.published_at
    OR OLD.published_by IS DISTINCT FROM NEW.published_by THEN
    RAISE EXCEPTION 'a published workflow version cannot change' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
`;
