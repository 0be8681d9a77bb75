import type { Reader, Row } from '../tenancy/transaction.js';

/** A combination of dimensions whose kept count differs from the one counted afresh. */
export interface RollupDifference extends Row {
  cell: Record<string, unknown>;
  kept: number;
  counted: number;
}

/**
 * Counts every item afresh from the tables and compares with what is kept (cells plus increments), in one snapshot.
 * Written apart from `trackRollup` on purpose: the two must agree after any history, by different ways.
 */
export function compareRollups(reader: Reader): Promise<RollupDifference[]> {
  return reader.query<RollupDifference>(
    `WITH counted AS (
       SELECT jsonb_build_object('kind', i.kind, 'brief', r.brief_id, 'section', r.section_id, 'blueprint', r.blueprint, 'owner', i.owner_id, 'team', i.team_id,
         'status', i.status, 'rating', r.verified_rating, 'visibility', i.visibility, 'due', i.due_on, 'waiting', i.waiting) AS cell, count(*) AS n
       FROM item i LEFT JOIN recommendation r USING (workspace_id) WHERE i.workspace_id = $1 AND r.item_id = i.id AND i.kind = 'recommendation' GROUP BY 1
       UNION ALL
       SELECT jsonb_build_object('kind', i.kind, 'brief', NULL, 'section', NULL, 'blueprint', NULL, 'owner', i.owner_id, 'team', i.team_id,
         'status', i.status, 'rating', NULL, 'visibility', i.visibility, 'due', i.due_on, 'waiting', i.waiting), count(*)
       FROM item i WHERE i.workspace_id = $1 AND i.kind <> 'recommendation' GROUP BY 1
     ), kept AS (
       SELECT jsonb_build_object('kind', item_kind, 'brief', brief_id, 'section', section_id, 'blueprint', blueprint, 'owner', owner_id, 'team', team_id,
         'status', status, 'rating', rating, 'visibility', visibility, 'due', due_on, 'waiting', waiting) AS cell, sum(amount) AS n
       FROM (SELECT * FROM rollup_cell c WHERE c.workspace_id = $1 UNION ALL
             SELECT workspace_id, day, item_kind, brief_id, section_id, blueprint, owner_id, team_id, status, rating, visibility, due_on, waiting, amount FROM rollup_delta d WHERE d.workspace_id = $1) x
       GROUP BY 1 HAVING sum(amount) <> 0
     )
     SELECT coalesce(kept.cell, counted.cell) AS cell, coalesce(kept.n, 0)::int AS kept, coalesce(counted.n, 0)::int AS counted
     FROM kept FULL JOIN counted ON kept.cell = counted.cell WHERE kept.n IS DISTINCT FROM counted.n`,
    [reader.workspaceId],
  );
}
