import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

// The server takes so many at once.
const most = 200;

export function useMarkRead(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (let from = 0; from < ids.length; from += most) {
        await api.post('/notifications/read', { ids: ids.slice(from, from + most) });
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'notifications') }),
  });
}
