import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Submission } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { afterReviewMove } from './after-review-move.js';

export function useWithdraw(slug: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      api.post<Submission>(path`/workspaces/${slug}/submissions/${id}/withdraw`, reason.trim() ? { reason } : {}),
    onSettled: () => afterReviewMove(client, slug),
  });
}
