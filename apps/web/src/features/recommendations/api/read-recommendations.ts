import { queryOptions } from '@tanstack/react-query';
import type {
  ActivityEntry,
  Evidence,
  OfficialRecord,
  Page,
  Recommendation,
  RecommendationListQuery,
  RecommendationSummary,
  Statement,
  Submission,
  TaskSummary,
} from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { ApiProblem } from '../../../lib/api-problem.js';
import { pagedQuery } from '../../../lib/paged.js';
import { readAll } from '../../../lib/read-all.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** As the address holds them; the API takes the same names. */
export type RecommendationFilters = Partial<
  Pick<
    RecommendationListQuery,
    'status' | 'kind' | 'owner' | 'team' | 'rating' | 'overdue' | 'waiting' | 'brief' | 'section' | 'q' | 'sort'
  >
>;

export const recommendationsQuery = (slug: string, filters: RecommendationFilters) =>
  pagedQuery(inWorkspace(slug, 'recommendations', 'list', filters), (cursor, signal) =>
    api.get<Page<RecommendationSummary>>(path`/workspaces/${slug}/recommendations`, {
      // counted once, with the first page; the further ones only go on, in larger steps
      query: { ...filters, cursor, ...(cursor === undefined ? { count: true } : { limit: 100 }) },
      signal,
    }),
  );

/** The address names it by its reference; the list's filter knows the id. */
export const recommendationQuery = (slug: string, reference: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'recommendations', 'one', reference),
    queryFn: async ({ signal }) => {
      const all = path`/workspaces/${slug}/recommendations`;
      const { items } = await api.get<Page<RecommendationSummary>>(all, { query: { reference, limit: 1 }, signal });
      const found = items[0];
      if (!found) throw new ApiProblem({ code: 'not_found', status: 404, title: 'No such recommendation' });
      return api.get<Recommendation>(all + path`/${found.id}`, { signal });
    },
  });

export const historyQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'recommendations', 'history', id), (cursor, signal) =>
    api.get<Page<OfficialRecord>>(path`/workspaces/${slug}/recommendations/${id}/history`, {
      query: { cursor },
      signal,
    }),
  );

export const tasksOfQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'tasks', 'of', id), (cursor, signal) =>
    api.get<Page<TaskSummary>>(path`/workspaces/${slug}/tasks`, { query: { recommendation: id, cursor }, signal }),
  );

export const submissionsOfQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'submissions', 'of', id), (cursor, signal) =>
    api.get<Page<Submission>>(path`/workspaces/${slug}/recommendations/${id}/submissions`, {
      query: { cursor },
      signal,
    }),
  );

export const evidenceOfQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'evidence', 'of', id), (cursor, signal) =>
    api.get<Page<Evidence>>(path`/workspaces/${slug}/evidence`, { query: { item: id, cursor }, signal }),
  );

export const activityOfQuery = (slug: string, id: string) =>
  pagedQuery(inWorkspace(slug, 'activity', 'of', id), (cursor, signal) =>
    api.get<Page<ActivityEntry>>(path`/workspaces/${slug}/items/${id}/activity`, { query: { cursor }, signal }),
  );

export const statementsQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'statements', 'all'),
    queryFn: async ({ signal }) => {
      const [issues, interests] = await Promise.all([
        readAll<Statement>(path`/workspaces/${slug}/issues`, signal),
        readAll<Statement>(path`/workspaces/${slug}/interests`, signal),
      ]);
      return [...issues, ...interests];
    },
  });
