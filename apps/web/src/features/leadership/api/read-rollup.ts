import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Rollup, RollupGrouping } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Recommendations counted by one of their sides, of one brief or of all. */
export const rollupQuery = (slug: string, groupBy: RollupGrouping, brief?: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'rollups', 'groups', groupBy, brief),
    queryFn: ({ signal }) =>
      api.get<Rollup>(pathTo('/workspaces/{w}/rollups', { w: slug }), { query: { groupBy, brief }, signal }),
    placeholderData: keepPreviousData,
  });
