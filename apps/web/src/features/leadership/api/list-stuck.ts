import { queryOptions } from '@tanstack/react-query';
import type { Stuck } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** Open approval stages, the longest waiting first. */
export const stuckQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'rollups', 'stuck'),
    queryFn: ({ signal }) =>
      api.get<Stuck>(pathTo('/workspaces/{w}/rollups/stuck', { w: slug }), { query: { limit: 50 }, signal }),
  });
