import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AmendmentInput, Submission } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { afterReviewMove } from './after-review-move.js';

export function useAmendReview(slug: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: AmendmentInput) =>
      api.post<Submission>(path`/workspaces/${slug}/submissions/${id}/amendment`, input),
    onSettled: () => afterReviewMove(client, slug),
  });
}
