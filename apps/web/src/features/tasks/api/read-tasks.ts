import { queryOptions } from '@tanstack/react-query';
import type { ActivityEntry, Evidence, Page, Submission, Task, TaskSummary } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { ApiProblem } from '../../../lib/api-problem.js';
import { pagedQuery } from '../../../lib/paged.js';
import { inWorkspace } from '../../../lib/query-keys.js';
import { readAll } from '../../../lib/read-all.js';

/** A task by the number people call it by. */
export const taskQuery = (slug: string, number: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'tasks', 'number', number),
    queryFn: async ({ signal }) => {
      const to = path`/workspaces/${slug}/tasks`;
      const { items } = await api.get<Page<TaskSummary>>(to, { query: { number }, signal });
      const [found] = items;
      if (!found) throw new ApiProblem({ code: 'not_found', status: 404, title: 'No such task' });
      return api.get<Task>(path`/workspaces/${slug}/tasks/${found.id}`, { signal });
    },
  });

/** Open tasks of mine, or those that a team of mine may claim. */
export const openTasksQuery = (slug: string, assignee: 'me' | 'my-teams') =>
  pagedQuery(inWorkspace(slug, 'tasks', 'open', assignee), (cursor, signal) =>
    api.get<Page<TaskSummary>>(path`/workspaces/${slug}/tasks`, {
      query: { assignee, status: 'todo,in_progress,in_approval,changes_requested', sort: 'dueOn', cursor, limit: 200 },
      signal,
    }),
  );

/** All tasks of a recommendation. */
export const siblingTasksQuery = (slug: string, recommendation: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'tasks', 'beside', recommendation),
    queryFn: ({ signal }) => readAll<TaskSummary>(path`/workspaces/${slug}/tasks`, signal, { recommendation }),
  });

export const taskSubmissionsQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'submissions', 'of', id), (cursor, signal) =>
    api.get<Page<Submission>>(path`/workspaces/${slug}/tasks/${id}/submissions`, { query: { cursor }, signal }),
  );

export const taskEvidenceQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'evidence', 'of', id), (cursor, signal) =>
    api.get<Page<Evidence>>(path`/workspaces/${slug}/evidence`, { query: { item: id, cursor }, signal }),
  );

export const taskActivityQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'activity', 'of', id), (cursor, signal) =>
    api.get<Page<ActivityEntry>>(path`/workspaces/${slug}/items/${id}/activity`, {
      query: { cursor, limit: 20 },
      signal,
    }),
  );
