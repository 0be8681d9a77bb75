import { type Transaction, rollupDimensions } from '@uptake/persistence';

const list = rollupDimensions.join(', ');

/**
 * The cells of rollups. A task counts from the day it was made as it stands now; a recommendation as it began on that day, and as it
 * stands from the day it last changed, so that the series over time has something to show.
 */
export async function countAfresh(tx: Transaction, workspaceId: string): Promise<void> {
  // all items are sorted by twelve columns: on disk that takes many times as long
  await tx.query(`SELECT set_config('work_mem', '128MB', true)`);
  await tx.query(
    `WITH stands AS (
       SELECT i.kind AS item_kind, r.brief_id, r.section_id, r.blueprint, i.owner_id, i.team_id, i.status, r.verified_rating AS rating, i.visibility, i.due_on, i.waiting,
         (i.created_at AT TIME ZONE 'UTC')::date AS made_on, (i.updated_at AT TIME ZONE 'UTC')::date AS changed_on
       FROM item i LEFT JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id WHERE i.workspace_id = $1
     ), counted AS (
       SELECT CASE WHEN item_kind = 'recommendation' THEN changed_on ELSE made_on END AS day, ${list}, 1 AS amount FROM stands
       UNION ALL
       SELECT e.day, item_kind, brief_id, section_id, blueprint, owner_id, team_id, 'open', NULL, visibility, due_on, false, e.amount
       FROM stands CROSS JOIN LATERAL (VALUES (made_on, 1), (changed_on, -1)) AS e(day, amount) WHERE item_kind = 'recommendation'
     )
     INSERT INTO rollup_cell (workspace_id, day, ${list}, amount)
     SELECT $1, day, ${list}, sum(amount) FROM counted GROUP BY day, ${list} HAVING sum(amount) <> 0`,
    [workspaceId],
  );
}
