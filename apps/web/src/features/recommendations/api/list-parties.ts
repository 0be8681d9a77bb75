import { queryOptions } from '@tanstack/react-query';
import type { Party } from '@uptake/contracts';
import { path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';
import { readAll } from '../../../lib/read-all.js';

export const partiesQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'parties', 'all'),
    queryFn: ({ signal }) => readAll<Party>(path`/workspaces/${slug}/parties`, signal),
  });
