import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { RecommendationSummary, TaskSummary, page } from '@uptake/contracts';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';

const shown = 5;
const recommendationPage = page(RecommendationSummary);
const taskPage = page(TaskSummary);

const resultsQuery = (slug: string, words: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'search', words),
    queryFn: async ({ signal }) => {
      const options = { query: { q: words, limit: shown }, signal };
      const [recommendations, tasks] = await Promise.all([
        api.get(path`/workspaces/${slug}/recommendations`, recommendationPage, options),
        api.get(path`/workspaces/${slug}/tasks`, taskPage, options),
      ]);
      return { recommendations: recommendations.items, tasks: tasks.items };
    },
    enabled: words.length >= 2,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

/** The first recommendations and tasks that the words find. */
export const usePaletteResults = (slug: string, words: string) => useQuery(resultsQuery(slug, words)).data;
