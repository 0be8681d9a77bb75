import { wallOf } from '../tenant-tables.js';

export const delegationTable = /* sql */ `
CREATE TABLE delegation (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  -- null: every workflow, every item
  workflow_keys text[] CHECK (cardinality(workflow_keys) > 0),
  item_ids uuid[] CHECK (cardinality(item_ids) > 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, id),
  CHECK (from_id <> to_id),
  CHECK (ends_at > starts_at),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  FOREIGN KEY (workspace_id, from_id) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, to_id) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id),
  FOREIGN KEY (workspace_id, revoked_by) REFERENCES member (workspace_id, id)
);
CREATE INDEX delegation_to ON delegation (workspace_id, to_id, ends_at) WHERE revoked_at IS NULL;
CREATE INDEX delegation_from ON delegation (workspace_id, from_id, ends_at) WHERE revoked_at IS NULL;
CREATE INDEX delegation_by_start ON delegation (workspace_id, starts_at DESC, id DESC);
${wallOf('delegation')}

-- It stays in the history: a revoked one never holds again, and whose voice was handed to whom is never rewritten.
CREATE FUNCTION keep_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.revoked_at IS NOT NULL OR OLD.from_id <> NEW.from_id OR OLD.to_id <> NEW.to_id
    OR OLD.created_by <> NEW.created_by OR OLD.created_at <> NEW.created_at THEN
    RAISE EXCEPTION 'a delegation is kept as it was made' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_is_kept BEFORE UPDATE OR DELETE ON delegation FOR EACH ROW EXECUTE FUNCTION keep_delegation();
`;

const WORKSPACE = `(SELECT nullif(current_setting('app.workspace_id', true), '')::uuid)`;
const MEMBER = `(SELECT nullif(current_setting('app.member_id', true), '')::uuid)`;
const AT = `(SELECT nullif(current_setting('app.at', true), '')::timestamptz)`;
const SEES = `(SELECT string_to_array(coalesce(current_setting('app.sees', true), ''), ','))`;
const HOLDS = `d.workspace_id = ${WORKSPACE} AND d.to_id = ${MEMBER} AND d.revoked_at IS NULL AND d.starts_at <= ${AT} AND d.ends_at > ${AT}`;

/**
 * Items that one sees only because one acts for somebody: those on which that one, still a member, is asked right now and which
 * the delegation covers, and those on which one has answered for them, as long as the delegation holds. No row of anybody's part
 * is written for it, so that nothing is left over: revoked or run out, the sight is gone with the next statement. The instant is
 * the transaction's own (\`app.at\`); without one nobody acts for anybody. The array is made once a statement, and only where an
 * item is not open anyway.
 */
export const sightOfDelegates = /* sql */ `
CREATE INDEX decision_for_another ON decision (workspace_id, actor_id, delegation_id) WHERE on_behalf_of_id IS NOT NULL;

ALTER POLICY visible ON item USING (
  visibility = ANY (${SEES}::text[])
  OR EXISTS (
    SELECT 1 FROM item_participant p
    WHERE p.workspace_id = item.workspace_id AND p.item_id IN (item.id, item.root_id) AND p.member_id = ${MEMBER})
  OR EXISTS (
    SELECT 1 FROM team_member t
    WHERE t.workspace_id = item.workspace_id AND t.team_id = item.team_id AND t.member_id = ${MEMBER})
  OR id = ANY (ARRAY(
    SELECT q.item_id FROM delegation d
    JOIN member f ON f.workspace_id = d.workspace_id AND f.id = d.from_id AND f.deactivated_at IS NULL
    JOIN approval_request q ON q.workspace_id = d.workspace_id AND q.member_id = d.from_id AND q.state = 'open'
    WHERE ${HOLDS} AND (d.item_ids IS NULL OR q.item_id = ANY (d.item_ids))
      AND (d.workflow_keys IS NULL OR EXISTS (
        SELECT 1 FROM run r JOIN workflow w ON w.workspace_id = r.workspace_id AND w.id = r.workflow_id
        WHERE r.workspace_id = q.workspace_id AND r.id = q.run_id AND w.key = ANY (d.workflow_keys)))
    UNION ALL
    SELECT q.item_id FROM delegation d
    JOIN decision n ON n.workspace_id = d.workspace_id AND n.actor_id = d.to_id AND n.delegation_id = d.id AND n.on_behalf_of_id IS NOT NULL
    JOIN approval_request q ON q.workspace_id = n.workspace_id AND q.id = n.request_id
    WHERE ${HOLDS}))
);
`;
