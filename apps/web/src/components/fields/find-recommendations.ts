import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page, Recommendation, RecommendationSummary } from '@uptake/contracts';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';

/** A few whose reference or words hold these. */
export const foundRecommendationsQuery = (slug: string, words: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'recommendations', 'found', words),
    queryFn: async ({ signal }) => {
      const query = { q: words || undefined, limit: 20 };
      return (await api.get<Page<RecommendationSummary>>(path`/workspaces/${slug}/recommendations`, { query, signal }))
        .items;
    },
    placeholderData: keepPreviousData,
  });

/** The one that an address names by its id. */
export const namedRecommendationQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'recommendations', 'named', id),
    queryFn: ({ signal }) => api.get<Recommendation>(path`/workspaces/${slug}/recommendations/${id}`, { signal }),
  });
