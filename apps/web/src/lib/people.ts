import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Member, Page, Team } from '@uptake/contracts';
import { api, path } from './api.js';
import { inWorkspace } from './query-keys.js';
import { useWorkspace } from './workspace.js';

// A page is at most 200; a workspace's people are read whole for its pickers.
async function readAll<Row>(to: string, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Page<Row> = await api.get<Page<Row>>(to, { query: { limit: 200, cursor }, signal });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

export const allMembersQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'members', 'all'),
    queryFn: ({ signal }) => readAll<Member>(path`/workspaces/${slug}/members`, signal),
    staleTime: 5 * 60_000,
  });

export const allTeamsQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'teams', 'all'),
    queryFn: ({ signal }) => readAll<Team>(path`/workspaces/${slug}/teams`, signal),
    staleTime: 5 * 60_000,
  });

export const useAllMembers = () => useQuery(allMembersQuery(useWorkspace().slug));
export const useAllTeams = () => useQuery(allTeamsQuery(useWorkspace().slug));
