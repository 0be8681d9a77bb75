import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page, RecommendationSummary } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** The few that are longest past their target date; the list of recommendations has them all. */
export const overdueQuery = (slug: string, brief?: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'recommendations', 'overdue', brief),
    queryFn: ({ signal }) =>
      api.get<Page<RecommendationSummary>>(pathTo('/workspaces/{w}/recommendations', { w: slug }), {
        query: { overdue: true, sort: 'dueOn', limit: 8, brief },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
