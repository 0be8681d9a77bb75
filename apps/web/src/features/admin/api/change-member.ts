import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Member, MemberChange } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace, meKey } from '../../../lib/query-keys.js';

interface Change {
  id: string;
  change: MemberChange;
}

/** Roles and whether somebody is active; one's own abilities may change with it. */
export function useChangeMember(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: Change) =>
      api.patch<Member>(pathTo('/workspaces/{w}/members/{id}', { w: slug, id }), change),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: inWorkspace(slug, 'members') }),
        client.invalidateQueries({ queryKey: meKey }),
      ]),
  });
}
