import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => api.get<{ items: SessionView[] }>(pathTo('/auth/sessions'), { signal }),
});

export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(pathTo('/auth/sessions/{id}', { id })),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
