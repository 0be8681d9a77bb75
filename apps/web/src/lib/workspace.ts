import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Ability, Action, Membership, Workspace } from '@uptake/contracts';
import { createContext, useContext } from 'react';
import { api, path } from './api.js';
import { inWorkspace } from './query-keys.js';

export const workspaceQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'workspace'),
    queryFn: ({ signal }) => api.get<Workspace>(path`/workspaces/${slug}`, { signal }),
    staleTime: 5 * 60_000,
  });

const WorkspaceContext = createContext<Membership | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

export interface CurrentWorkspace {
  slug: string;
  name: string;
  membership: Membership;
  /** Of the workspace as a whole; a record's own abilities come with the record. */
  ability(action: Action): Ability;
  can(action: Action): boolean;
}

/** The workspace in the address, with what its member may do in it. */
export function useWorkspace(): CurrentWorkspace {
  const membership = useContext(WorkspaceContext);
  if (!membership) throw new Error('useWorkspace stands outside of /w/:workspace');
  const ability = (action: Action): Ability => membership.abilities[action] ?? { reason: 'forbidden' };
  return {
    slug: membership.workspace.slug,
    name: membership.workspace.name,
    membership,
    ability,
    can: (action) => ability(action) === true,
  };
}

/** Settings of the workspace (time zone, working days); undefined until they are there. */
export const useWorkspaceSettings = (): Workspace | undefined => useQuery(workspaceQuery(useWorkspace().slug)).data;
