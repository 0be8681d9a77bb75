import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Team } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

interface TeamInput {
  /** The team as it was read; none to make a new one. */
  team?: Team | undefined;
  name: string;
  memberIds: string[];
}

export function useSaveTeam(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ team, name, memberIds }: TeamInput) =>
      team
        ? api.patch<Team>(pathTo('/workspaces/{w}/teams/{id}', { w: slug, id: team.id }), {
            version: team.version,
            name,
            memberIds,
          })
        : api.post<Team>(pathTo('/workspaces/{w}/teams', { w: slug }), { name, memberIds }),
    onSettled: () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'teams') }),
  });
}
