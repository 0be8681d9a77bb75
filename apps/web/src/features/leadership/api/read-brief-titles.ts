import { queryOptions } from '@tanstack/react-query';
import type { BriefSummary, Page } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** The newest briefs, to look at one of them alone. */
export const briefTitlesQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'briefs', 'titles'),
    queryFn: ({ signal }) =>
      api.get<Page<BriefSummary>>(pathTo('/workspaces/{w}/briefs', { w: slug }), { query: { limit: 200 }, signal }),
  });
