import type { ApprovalSummary, Page } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** What waits for my decision. */
export const myApprovalsQuery = (slug: string) =>
  pagedQuery(inWorkspace(slug, 'approvals', 'mine'), (cursor, signal) =>
    api.get<Page<ApprovalSummary>>(path`/workspaces/${slug}/approvals`, {
      query: { mine: true, state: 'open', cursor },
      signal,
    }),
  );
