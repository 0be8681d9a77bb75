import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OverrideInput, Submission } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { afterReviewMove } from './after-review-move.js';

export function useOverrideStage(slug: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: OverrideInput) =>
      api.post<Submission>(path`/workspaces/${slug}/submissions/${id}/override`, input),
    onSettled: () => afterReviewMove(client, slug),
  });
}
