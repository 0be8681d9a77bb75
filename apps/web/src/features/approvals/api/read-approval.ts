import { queryOptions } from '@tanstack/react-query';
import type { Approval } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export const approvalQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'approvals', 'one', id),
    queryFn: ({ signal }) => api.get<Approval>(path`/workspaces/${slug}/approvals/${id}`, { signal }),
  });
