import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BriefConfirmed } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Makes the records of everything found; `version` is the brief's as it was read. */
export function useConfirmBrief(slug: string, briefId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      api.post<BriefConfirmed>(path`/workspaces/${slug}/briefs/${briefId}/confirm`, { version }),
    onSuccess: () =>
      Promise.all(
        (['briefs', 'recommendations', 'statements', 'rollups'] as const).map((resource) =>
          client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
        ),
      ),
  });
}
