import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { IssuedToken, PersonalToken, TokenRequest } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { readAll } from '../../../lib/read-all.js';
import { pathTo } from '../../../lib/path-to.js';

export const tokensQuery = queryOptions({
  queryKey: ['me', 'tokens'],
  queryFn: async ({ signal }) => ({ items: await readAll<PersonalToken>(pathTo('/auth/tokens'), signal) }),
});

/** The answer holds the token itself, this once. */
export function useIssueToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: TokenRequest) => api.post<IssuedToken>(pathTo('/auth/tokens'), input),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(pathTo('/auth/tokens/{id}', { id })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}
