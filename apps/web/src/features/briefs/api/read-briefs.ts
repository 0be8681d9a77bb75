import { queryOptions } from '@tanstack/react-query';
import type { Brief, BriefSummary, Page, Passage } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export const briefsQuery = (slug: string) =>
  pagedQuery(inWorkspace(slug, 'briefs', 'list'), (cursor, signal) =>
    api.get<Page<BriefSummary>>(path`/workspaces/${slug}/briefs`, { query: { cursor }, signal }),
  );

export const briefQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'briefs', 'one', id),
    queryFn: ({ signal }) => api.get<Brief>(path`/workspaces/${slug}/briefs/${id}`, { signal }),
    // The live stream says when it has been read; asking as well bridges a dropped connection.
    refetchInterval: (query) => (query.state.data?.status === 'extracting' ? 1_500 : false),
  });

export const passagesQuery = (slug: string, briefId: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'briefs', 'passages', briefId),
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Passage[] }>(path`/workspaces/${slug}/briefs/${briefId}/passages`, { signal })).items,
  });
