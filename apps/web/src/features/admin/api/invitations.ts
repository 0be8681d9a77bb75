import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Invitation, InvitationCreation } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { readAll } from '../../../lib/read-all.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export const invitationsQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'invitations'),
    queryFn: async ({ signal }) => ({
      items: await readAll<Invitation>(pathTo('/workspaces/{w}/invitations', { w: slug }), signal),
    }),
  });

/** Mails a link by which the address becomes a member. */
export function useInvite(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: InvitationCreation) =>
      api.post<Invitation>(pathTo('/workspaces/{w}/invitations', { w: slug }), input),
    onSettled: () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'invitations') }),
  });
}

export function useRevokeInvitation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(pathTo('/workspaces/{w}/invitations/{id}', { w: slug, id })),
    onSettled: () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'invitations') }),
  });
}
