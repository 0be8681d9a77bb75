import type { TaskListQuery, TaskStatus } from '@uptake/contracts';
import { Conditions, anywhere, saysWords } from '../../paging/conditions.js';
import { type Keyset, type SortField, keyset } from '../../paging/keyset.js';
import { listSql } from '../../paging/list-sql.js';
import { taskColumns, taskJoins } from './task-row.js';

/** The contract's query with its statuses read. */
export type TaskFilters = Omit<TaskListQuery, 'status'> & { statuses?: readonly TaskStatus[] };

const SORTS: Readonly<Record<string, SortField>> = {
  dueOn: { sql: 'i.due_on', type: 'date', nullable: true },
  number: { sql: 'i.number', type: 'int' },
  title: { sql: 'i.title', type: 'text' },
  status: { sql: 'i.status', type: 'text' },
  priority: { sql: 'i.priority_rank', type: 'int' },
  createdAt: { sql: 'i.created_at', type: 'timestamptz' },
  updatedAt: { sql: 'i.updated_at', type: 'timestamptz' },
};

/** Whether an index leads to the tasks asked for, whatever else is asked of them: those of one person, in the list's own order. */
export const isOfFew = ({ assignee, sort, q, stage, updatedSince, dueBefore }: TaskFilters): boolean =>
  assignee !== undefined &&
  assignee !== 'none' &&
  assignee !== 'my-teams' &&
  [sort, q, stage, updatedSince, dueBefore].every((each) => each === undefined);

/**
 * The statement of one page: $1 workspace, $2 the reader's member id. Its own order is by due date, so that the indexes by
 * owner, team, status and due date hand out a page without sorting.
 */
export function listTasksSql(
  workspaceId: string,
  memberId: string,
  query: TaskFilters,
  today: string,
): { text: string; values: unknown[]; keys: Keyset } {
  const all = new Conditions([workspaceId, memberId]).add(`i.workspace_id = $1 AND i.kind = 'task'`);
  if (query.assignee === 'none') all.add('i.owner_id IS NULL');
  else if (query.assignee === 'my-teams')
    all.add(`i.team_id IN (SELECT m.team_id FROM team_member m WHERE m.workspace_id = $1 AND m.member_id = $2::uuid)`);
  else all.where(query.assignee === 'me' ? memberId : query.assignee, (p) => `i.owner_id = ${p}::uuid`);
  all.where(query.team, (p) => `i.team_id = ${p}::uuid`);
  all.where(query.recommendation, (p) => `i.root_id = ${p}::uuid`);
  all.where(query.number, (p) => `i.reference = ${p}::int::text`);
  // one status is an equality, so that the index keeps its order
  if (query.statuses?.length === 1) all.where(query.statuses[0], (p) => `i.status = ${p}`);
  else all.where(query.statuses, (p) => `i.status = ANY(${p}::text[])`);
  all.where(
    query.stage,
    (p) => `EXISTS (SELECT 1 FROM run u JOIN stage_run s ON s.workspace_id = u.workspace_id AND s.run_id = u.id
    WHERE u.workspace_id = i.workspace_id AND u.item_id = i.id AND u.state = 'active' AND s.state = 'open' AND s.stage_key = ${p})`,
  );
  all.where(
    query.kind,
    (p) => `EXISTS (SELECT 1 FROM task k WHERE k.workspace_id = i.workspace_id AND k.item_id = i.id AND k.kind = ${p})`,
  );
  all.where(query.dueBefore, (p) => `i.due_on < ${p}::date`);
  if (query.overdue === true) all.where(today, (p) => `i.due_on < ${p}::date AND i.lifecycle = 'open'`);
  else if (query.overdue === false)
    all.where(today, (p) => `NOT coalesce(i.due_on < ${p}::date AND i.lifecycle = 'open', false)`);
  all.where(query.updatedSince, (p) => `i.updated_at >= ${p}::timestamptz`);
  all.where(query.q ? anywhere(query.q) : undefined, (p) => saysWords('i', p));

  const limit = all.parameter(query.limit + 1);
  const keys = keyset({
    sort: query.sort,
    fallback: 'dueOn',
    fields: SORTS,
    id: 'i.id',
    cursor: query.cursor,
    offset: all.values.length,
  });
  const text = listSql({
    columns: taskColumns('$2'),
    from: 'item i',
    id: 'i.id',
    joins: `LEFT JOIN item i ON i.workspace_id = $1 AND i.id = page.id LEFT JOIN task k ON k.workspace_id = i.workspace_id AND k.item_id = i.id ${taskJoins}`,
    where: all.sql,
    keys,
    limit,
    count: query.count ?? false,
    isSearch: query.q !== undefined,
  });
  return { text, values: [...all.values, ...keys.values], keys };
}
