import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Delegation, DelegationInput, Page, WorkflowSummary } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { inWorkspace } from '../../../lib/query-keys.js';
import { readAll } from '../../../lib/read-all.js';

/** Given, held and arranged ones, newest first; for managers those of all. */
export const delegationsQuery = (slug: string) =>
  pagedQuery(inWorkspace(slug, 'delegations'), (cursor, signal) =>
    api.get<Page<Delegation>>(path`/workspaces/${slug}/delegations`, { query: { cursor }, signal }),
  );

export const workflowNamesQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workflows', 'names'),
    queryFn: ({ signal }) => readAll<WorkflowSummary>(path`/workspaces/${slug}/workflows`, signal),
  });

function useAfterwards(slug: string) {
  const client = useQueryClient();
  return () =>
    Promise.all(
      (['delegations', 'approvals'] as const).map((resource) =>
        client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
      ),
    );
}

export function useDelegate(slug: string) {
  const onSettled = useAfterwards(slug);
  return useMutation({
    mutationFn: (input: DelegationInput) => api.post<Delegation>(path`/workspaces/${slug}/delegations`, input),
    onSettled,
  });
}

export function useChangeDelegation(slug: string) {
  const onSettled = useAfterwards(slug);
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; version: number; endsAt: string }) =>
      api.patch<Delegation>(path`/workspaces/${slug}/delegations/${id}`, change),
    onSettled,
  });
}

export function useRevokeDelegation(slug: string) {
  const onSettled = useAfterwards(slug);
  return useMutation({
    mutationFn: (id: string) => api.delete(path`/workspaces/${slug}/delegations/${id}`),
    onSettled,
  });
}
