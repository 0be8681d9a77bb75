import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Workspace, WorkspaceChange } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace, meKey } from '../../../lib/query-keys.js';

export function useChangeWorkspace(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: WorkspaceChange) => api.patch<Workspace>(pathTo('/workspaces/{w}', { w: slug }), change),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: inWorkspace(slug, 'workspace') }),
        client.invalidateQueries({ queryKey: meKey }),
      ]),
  });
}
