import type { QueryClient } from '@tanstack/react-query';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Reads anew whatever a move of a review shows on. */
export const afterReviewMove = (client: QueryClient, slug: string) =>
  Promise.all(
    (['approvals', 'submissions', 'tasks', 'recommendations', 'activity'] as const).map((resource) =>
      client.invalidateQueries({ queryKey: inWorkspace(slug, resource) }),
    ),
  );
