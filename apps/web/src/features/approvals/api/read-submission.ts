import { queryOptions } from '@tanstack/react-query';
import type { Submission } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';

export const submissionQuery = (slug: string, id: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'submissions', 'one', id),
    queryFn: ({ signal }) => api.get<Submission>(path`/workspaces/${slug}/submissions/${id}`, { signal }),
  });
