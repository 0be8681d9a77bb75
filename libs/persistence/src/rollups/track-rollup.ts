import { calendarDay } from '@uptake/domain';
import { newId } from '../new-id.js';
import type { Row, Transaction } from '../tenancy/transaction.js';

/** The dimensions one item counts under; `amount` is always 1 for a row of facts. */
export const rollupDimensions = [
  'item_kind',
  'brief_id',
  'section_id',
  'blueprint',
  'owner_id',
  'team_id',
  'status',
  'rating',
  'visibility',
  'due_on',
  'waiting',
] as const;

/** SQL of the facts of items as they stand, by the dimensions above; the independent recomputation does not use it. */
export const rollupFactsSql = `
  SELECT i.kind AS item_kind, r.brief_id, r.section_id, r.blueprint, i.owner_id, i.team_id, i.status, r.verified_rating AS rating, i.visibility, i.due_on, i.waiting
  FROM item i LEFT JOIN recommendation r ON r.workspace_id = i.workspace_id AND r.item_id = i.id
  WHERE i.workspace_id = $1 AND i.id = ANY($2::uuid[])`;

/**
 * Runs a change and appends what it did to the counts: minus the items' dimensions before, plus those after, in the same
 * transaction. Every verb that touches a dimension goes through here; items made inside are named by the ids they will get.
 */
export async function trackRollup<T>(
  tx: Transaction,
  itemIds: readonly string[],
  when: { at: Date; timeZone: string },
  work: () => Promise<T>,
): Promise<T> {
  return track(tx, itemIds, when, await tx.query<Row>(rollupFactsSql, [tx.workspaceId, itemIds]), work);
}

/** The same for items that the work makes: before it there is nothing to count. */
export const trackNew = <T>(
  tx: Transaction,
  itemIds: readonly string[],
  when: { at: Date; timeZone: string },
  work: () => Promise<T>,
): Promise<T> => track(tx, itemIds, when, [], work);

async function track<T>(
  tx: Transaction,
  itemIds: readonly string[],
  when: { at: Date; timeZone: string },
  before: readonly Row[],
  work: () => Promise<T>,
): Promise<T> {
  const result = await work();
  const ids = Array.from({ length: 2 * itemIds.length }, () => newId(when.at));
  tx.defer(APPEND, [tx.workspaceId, itemIds, JSON.stringify(before), calendarDay(when.at, when.timeZone), ids]);
  return result;
}

const list = rollupDimensions.join(', ');
// what did not change cancels out in the sum and is not written
const APPEND = `
WITH change AS (
  SELECT ${list}, sum(amount)::int AS amount FROM (
    SELECT ${list}, -1 AS amount FROM jsonb_to_recordset($3::jsonb) AS b(item_kind text, brief_id uuid, section_id uuid, blueprint text, owner_id uuid, team_id uuid, status text, rating text, visibility text, due_on date, waiting boolean)
    UNION ALL
    SELECT ${list}, 1 FROM (${rollupFactsSql}) a
  ) both_sides GROUP BY ${list} HAVING sum(amount) <> 0
)
INSERT INTO rollup_delta (workspace_id, id, day, ${list}, amount)
SELECT $1, ($5::uuid[])[row_number() OVER ()], $4::date, ${list}, amount FROM change`;
