import { wallOf } from '../tenant-tables.js';

// the stage run's state is checked anew by all of them: what stood in the table before is among them, so that the check
// can be believed for the rows there are without a look at each while others wait
export const signaturesAndOverrides = /* sql */ `
ALTER TABLE decision
  ADD COLUMN delegation_id uuid,
  -- the signer's name when they signed, what it meant by language, how they proved who they are; the time is the decision's
  ADD COLUMN signature_name text,
  ADD COLUMN signature_meaning jsonb,
  ADD COLUMN signature_method text;
ALTER TABLE decision
  ADD CONSTRAINT decision_delegated CHECK ((on_behalf_of_id IS NULL) = (delegation_id IS NULL) AND on_behalf_of_id <> actor_id) NOT VALID,
  ADD CONSTRAINT decision_signed CHECK (
    (signature_method IS NULL AND signature_name IS NULL AND signature_meaning IS NULL)
    OR (signature_method IS NOT NULL AND signature_method = 'password' AND signature_name IS NOT NULL AND signature_name <> '' AND signature_meaning IS NOT NULL)) NOT VALID,
  ADD CONSTRAINT decision_delegation FOREIGN KEY (workspace_id, delegation_id) REFERENCES delegation (workspace_id, id) NOT VALID,
  ADD CONSTRAINT decision_for FOREIGN KEY (workspace_id, on_behalf_of_id) REFERENCES member (workspace_id, id) NOT VALID;
ALTER TABLE decision VALIDATE CONSTRAINT decision_delegated;
ALTER TABLE decision VALIDATE CONSTRAINT decision_signed;
ALTER TABLE decision VALIDATE CONSTRAINT decision_delegation;
ALTER TABLE decision VALIDATE CONSTRAINT decision_for;
-- One human acts once in a stage run, for themselves or for another.
CREATE UNIQUE INDEX decision_voice ON decision (workspace_id, stage_run_id, actor_id);

ALTER TABLE stage_run DROP CONSTRAINT stage_run_state_check;
ALTER TABLE stage_run ADD CONSTRAINT stage_run_state_check CHECK
  (state IN ('open','completed','approved','overridden','rejected','changes_requested','skipped','superseded','cancelled','expired')) NOT VALID;
ALTER TABLE stage_run VALIDATE CONSTRAINT stage_run_state_check;

-- A stage set aside: a verdict of its own kind, no decision and no approval.
CREATE TABLE stage_override (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  stage_run_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  position int NOT NULL,
  round int NOT NULL,
  actor_id uuid NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  subject_hash text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, run_id, position),
  UNIQUE (workspace_id, stage_run_id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
  FOREIGN KEY (workspace_id, stage_run_id) REFERENCES stage_run (workspace_id, id),
  FOREIGN KEY (workspace_id, submission_id) REFERENCES submission (workspace_id, id),
  FOREIGN KEY (workspace_id, actor_id) REFERENCES member (workspace_id, id)
);
${wallOf('stage_override')}
REVOKE UPDATE, DELETE ON stage_override FROM uptake_app;
CREATE TRIGGER stage_override_is_append_only BEFORE UPDATE OR DELETE ON stage_override FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;
