import { tenantTables as foundation } from './0001-foundation/row-security.sql.js';

/** Every table that belongs to a workspace, by the migrations that made them; each stands behind the wall. */
export const tenantTables = [...foundation, 'item_gate', 'delegation', 'stage_override', 'timer'] as const;

const WORKSPACE = `(SELECT nullif(current_setting('app.workspace_id', true), '')::uuid)`;

/** The wall of the foundation for a table that came later: forced, one workspace for those who serve people, all for the system. */
export const wallOf = (table: string): string => /* sql */ `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY of_workspace ON ${table} TO uptake_app USING (workspace_id = ${WORKSPACE}) WITH CHECK (workspace_id = ${WORKSPACE});
CREATE POLICY of_system ON ${table} TO uptake_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO uptake_app, uptake_system;`;
