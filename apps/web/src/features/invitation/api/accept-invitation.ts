import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InvitationAcceptance, InvitationPreview, Joined } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { csrfToken } from '../../../lib/csrf-token.js';
import { pathTo } from '../../../lib/path-to.js';
import { meQuery } from '../../../lib/session.js';

/** Whom an invitation's secret is for; it travels in the body alone. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.post<InvitationPreview>(pathTo('/auth/invitations/preview'), { token }, { signal }),
    staleTime: Infinity,
    retry: false,
  });

/** Becomes a member and is signed in; what was known of another session is forgotten. */
export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: InvitationAcceptance) => {
      const joined = await api.post<Joined>(pathTo('/auth/invitations/accept'), input);
      client.clear();
      csrfToken.keep(joined.csrfToken);
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      return joined;
    },
  });
}
