import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Page, RecommendationSummary, TaskSummary } from '@uptake/contracts';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';

const shown = 5;

const resultsQuery = (slug: string, words: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'search', words),
    queryFn: async ({ signal }) => {
      const options = { query: { q: words, limit: shown }, signal };
      const [recommendations, tasks] = await Promise.all([
        api.get<Page<RecommendationSummary>>(path`/workspaces/${slug}/recommendations`, options),
        api.get<Page<TaskSummary>>(path`/workspaces/${slug}/tasks`, options),
      ]);
      return { recommendations: recommendations.items, tasks: tasks.items };
    },
    enabled: words.length >= 2,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

/** The first recommendations and tasks that the words find. */
export const usePaletteResults = (slug: string, words: string) => useQuery(resultsQuery(slug, words)).data;
