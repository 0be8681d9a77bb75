/**
 * The wall between workspaces. Forced for every tenant table; without a context every policy is false.
 * - uptake_app serves people: it sees the workspace of its transaction (`app.workspace_id`), items by `app.sees` and `app.member_id`.
 * - uptake_system relays, seals, folds and verifies over all workspaces; no request runs as it.
 * - uptake_auth owns only the sign-in functions.
 * The scalar sub-select is evaluated once a statement and still uses the indexes.
 */
export const tenantTables = [
  'member',
  'principal',
  'team',
  'team_member',
  'invitation',
  'counter',
  'party',
  'brief',
  'brief_section',
  'passage',
  'passage_link',
  'statement',
  'item',
  'item_participant',
  'recommendation',
  'recommendation_addressee',
  'recommendation_statement',
  'due_date_change',
  'task',
  'checklist_entry',
  'item_dependency',
  'evidence',
  'workflow',
  'workflow_version',
  'run',
  'submission',
  'stage_run',
  'approval_request',
  'decision',
  'official_record',
  'audit_entry',
  'audit_personal',
  'audit_head',
  'outbox_event',
  'notification',
  'delivery',
  'mail_message',
  'rollup_delta',
  'rollup_cell',
] as const;
export const identityTables = [
  'app_user',
  'session',
  'api_token',
  'sign_in_throttle',
  'idempotency_key',
  'workspace',
] as const;

const WORKSPACE = `(SELECT nullif(current_setting('app.workspace_id', true), '')::uuid)`;
const MEMBER = `(SELECT nullif(current_setting('app.member_id', true), '')::uuid)`;
const USER = `(SELECT nullif(current_setting('app.user_id', true), '')::uuid)`;
const SEES = `(SELECT string_to_array(coalesce(current_setting('app.sees', true), ''), ','))`;

const wall = tenantTables
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY of_workspace ON ${table} TO uptake_app USING (workspace_id = ${WORKSPACE}) WITH CHECK (workspace_id = ${WORKSPACE});
CREATE POLICY of_system ON ${table} TO uptake_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO uptake_app, uptake_system;`,
  )
  .join('\n');

const identity = identityTables
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY of_system ON ${table} TO uptake_system USING (true) WITH CHECK (true);
CREATE POLICY of_auth ON ${table} TO uptake_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO uptake_system, uptake_auth;`,
  )
  .join('\n');

export const rowSecurity = /* sql */ `
${wall}
${identity}

-- A person reads and changes their own; colleagues' names show in the workspaces they share.
CREATE POLICY own ON app_user TO uptake_app USING (id = ${USER}) WITH CHECK (id = ${USER});
CREATE POLICY colleague ON app_user FOR SELECT TO uptake_app
  USING (EXISTS (SELECT 1 FROM member m WHERE m.workspace_id = ${WORKSPACE} AND m.user_id = app_user.id));
GRANT SELECT (id, email, name, language, time_zone, preferences, created_at, disabled_at), UPDATE (name, language, time_zone, preferences) ON app_user TO uptake_app;
CREATE POLICY own ON session TO uptake_app USING (user_id = ${USER}) WITH CHECK (user_id = ${USER});
GRANT SELECT (id, user_id, created_at, last_seen_at, expires_at, revoked_at, user_agent), UPDATE (revoked_at) ON session TO uptake_app;
CREATE POLICY own ON api_token TO uptake_app USING (user_id = ${USER}) WITH CHECK (user_id = ${USER});
GRANT SELECT, INSERT, UPDATE ON api_token TO uptake_app;
CREATE POLICY own ON idempotency_key TO uptake_app USING (user_id = ${USER}) WITH CHECK (user_id = ${USER});
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO uptake_app;
CREATE POLICY current ON workspace TO uptake_app USING (id = ${WORKSPACE}) WITH CHECK (id = ${WORKSPACE});
CREATE POLICY joined ON workspace FOR SELECT TO uptake_app
  USING (EXISTS (SELECT 1 FROM member m WHERE m.workspace_id = workspace.id AND m.user_id = ${USER}));
GRANT SELECT, INSERT, UPDATE ON workspace TO uptake_app;

-- One person's memberships and notifications, over all their workspaces; inside one, the others are out of sight.
CREATE POLICY own ON member FOR SELECT TO uptake_app USING (user_id = ${USER} AND ${WORKSPACE} IS NULL);
CREATE POLICY own ON notification TO uptake_app
  USING (user_id = ${USER} AND EXISTS (SELECT 1 FROM member m WHERE m.workspace_id = notification.workspace_id AND m.id = notification.member_id AND m.user_id = ${USER} AND m.deactivated_at IS NULL))
  WITH CHECK (user_id = ${USER});

-- A notification is its recipient's alone, inside their workspace too.
CREATE POLICY recipient ON notification AS RESTRICTIVE TO uptake_app USING (user_id = ${USER});

-- Which items one may see: the domain says which visibilities the roles open (app.sees), the rest opens to those with a part in it.
CREATE POLICY visible ON item AS RESTRICTIVE FOR SELECT TO uptake_app USING (
  visibility = ANY (${SEES}::text[])
  OR EXISTS (
    SELECT 1 FROM item_participant p
    WHERE p.workspace_id = item.workspace_id AND p.item_id IN (item.id, item.root_id) AND p.member_id = ${MEMBER})
  OR EXISTS (
    SELECT 1 FROM team_member t
    WHERE t.workspace_id = item.workspace_id AND t.team_id = item.team_id AND t.member_id = ${MEMBER})
);

-- Nobody who serves requests rewrites history.
REVOKE UPDATE, DELETE ON audit_entry, audit_head FROM uptake_app;
REVOKE DELETE ON audit_personal, outbox_event, submission, decision, official_record FROM uptake_app;
REVOKE UPDATE ON outbox_event, submission, decision, official_record FROM uptake_app;
GRANT SELECT ON member, notification TO uptake_auth;
CREATE POLICY of_auth ON member TO uptake_auth USING (true) WITH CHECK (true);
CREATE POLICY of_auth ON invitation TO uptake_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON member, invitation TO uptake_auth;
GRANT USAGE ON SEQUENCE outbox_stream TO uptake_system;
`;
