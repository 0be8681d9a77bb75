import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RollupSeries } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export const TREND_WEEKS = 8;

/** Where things stood at the end of each of the last weeks; the last point is now. */
export const seriesQuery = (slug: string, brief?: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'rollups', 'series', brief),
    queryFn: ({ signal }) =>
      api.get<RollupSeries>(pathTo('/workspaces/{w}/rollups/series', { w: slug }), {
        query: { weeks: TREND_WEEKS, brief },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
