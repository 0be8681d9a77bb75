import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Member, Team } from '@uptake/contracts';
import { path } from './api.js';
import { inWorkspace } from './query-keys.js';
import { readAll } from './read-all.js';
import { useWorkspace } from './workspace.js';

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
