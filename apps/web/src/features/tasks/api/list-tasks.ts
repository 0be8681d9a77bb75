import type { Page, TaskListQuery, TaskSummary } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** As the address holds them; the API takes the same names. */
export type TaskFilters = Partial<
  Pick<TaskListQuery, 'assignee' | 'team' | 'recommendation' | 'status' | 'dueBefore' | 'overdue' | 'q' | 'sort'>
>;

/** Counted once, with the first page: the further ones only go on, in larger steps. */
export const tasksQuery = (slug: string, filters: TaskFilters) =>
  pagedQuery(inWorkspace(slug, 'tasks', 'list', filters), (cursor, signal) =>
    api.get<Page<TaskSummary>>(path`/workspaces/${slug}/tasks`, {
      query: { ...filters, cursor, ...(cursor === undefined ? { count: true } : { limit: 100 }) },
      signal,
    }),
  );
