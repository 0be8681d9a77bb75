import type { MailMessage, Page } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { pathTo } from '../../../lib/path-to.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** What was mailed, or would have been, the newest first. */
export const mailQuery = (slug: string, q: string | undefined) =>
  pagedQuery<MailMessage>(inWorkspace(slug, 'mail', q), (cursor, signal) =>
    api.get<Page<MailMessage>>(pathTo('/workspaces/{w}/mail', { w: slug }), {
      query: { q, cursor, limit: 50 },
      signal,
    }),
  );
