import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CancellationInput, Submission } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { afterReviewMove } from './after-review-move.js';

export function useCancelReview(slug: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CancellationInput) =>
      api.post<Submission>(path`/workspaces/${slug}/submissions/${id}/cancel`, input),
    onSettled: () => afterReviewMove(client, slug),
  });
}
