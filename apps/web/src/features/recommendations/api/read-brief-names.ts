import { queryOptions } from '@tanstack/react-query';
import type { BriefSummary, Page } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** The newest briefs, for the filter. */
export const briefNamesQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'briefs', 'names'),
    queryFn: async ({ signal }) =>
      (await api.get<Page<BriefSummary>>(path`/workspaces/${slug}/briefs`, { query: { limit: 200 }, signal })).items,
  });
