import { queryOptions } from '@tanstack/react-query';
import type {
  Workflow,
  WorkflowDifference,
  WorkflowMigration,
  WorkflowSummary,
  WorkflowVersionView,
} from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export const workflowsQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workflows', 'list'),
    queryFn: async ({ signal }) =>
      (await api.get<{ items: WorkflowSummary[] }>(pathTo('/workspaces/{w}/workflows', { w: slug }), { signal })).items,
  });

export const workflowQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workflows', 'one', id),
    queryFn: ({ signal }) => api.get<Workflow>(pathTo('/workspaces/{w}/workflows/{id}', { w: slug, id }), { signal }),
  });

export const versionQuery = (slug: string, id: string, n: number) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workflows', 'version', id, n),
    queryFn: ({ signal }) =>
      api.get<WorkflowVersionView>(pathTo('/workspaces/{w}/workflows/{id}/versions/{n}', { w: slug, id, n }), {
        signal,
      }),
  });

/** What carrying the runs under other versions over to this one would do; changes nothing. */
export const migrationQuery = (slug: string, id: string, to: number) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workflows', 'migration', id, to),
    queryFn: () =>
      api.post<WorkflowMigration>(pathTo('/workspaces/{w}/workflows/{id}/migrations', { w: slug, id }), {
        to,
        dryRun: true,
      }),
  });

export const differenceQuery = (slug: string, id: string, n: number, from?: number) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workflows', 'difference', id, n, from ?? null),
    queryFn: ({ signal }) =>
      api.get<WorkflowDifference>(
        pathTo('/workspaces/{w}/workflows/{id}/versions/{n}/difference', { w: slug, id, n }),
        {
          signal,
          query: { from },
        },
      ),
  });
