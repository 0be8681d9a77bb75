const AT = `(SELECT nullif(current_setting('app.at', true), '')::timestamptz)`;

/**
 * SQL for the delegations (`g`, to be put behind FROM) by which somebody may answer a request for the one it is put to, at an
 * instant: as the engine decides it. `request` is the alias of the request.
 */
export const holdingFor = (request: string, at: string): string => `delegation g
  JOIN member gf ON gf.workspace_id = g.workspace_id AND gf.id = g.from_id AND gf.deactivated_at IS NULL
  WHERE g.workspace_id = ${request}.workspace_id AND g.from_id = ${request}.member_id
    AND g.revoked_at IS NULL AND g.starts_at <= ${at} AND g.ends_at > ${at}
    AND (g.item_ids IS NULL OR ${request}.item_id = ANY (g.item_ids))
    AND (g.workflow_keys IS NULL OR EXISTS (
      SELECT 1 FROM run gr JOIN workflow gw ON gw.workspace_id = gr.workspace_id AND gw.id = gr.workflow_id
      WHERE gr.workspace_id = ${request}.workspace_id AND gr.id = ${request}.run_id AND gw.key = ANY (g.workflow_keys)))`;

/** SQL for whether a member, by its parameter, may do so at the transaction's own instant. */
export const mayActSql = (request: string, member: string): string =>
  `EXISTS (SELECT 1 FROM ${holdingFor(request, AT)} AND g.to_id = ${member}::uuid)`;

/** SQL for whether a member spoke in the request's stage run already, or somebody for them. */
export const hasSpokenSql = (request: string, member: string): string => `EXISTS (
  SELECT 1 FROM decision ds WHERE ds.workspace_id = ${request}.workspace_id AND ds.stage_run_id = ${request}.stage_run_id
    AND (ds.actor_id = ${member}::uuid OR ds.on_behalf_of_id = ${member}::uuid))`;
