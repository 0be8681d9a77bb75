import type { NotificationPage } from '@uptake/contracts';
import { api } from '../../../lib/api.js';
import { pagedQuery } from '../../../lib/paged.js';
import { inWorkspace } from '../../../lib/query-keys.js';

/** What one was told in this workspace, newest first. */
export const notificationsQuery = (slug: string, unread: true | undefined) =>
  pagedQuery(inWorkspace(slug, 'notifications', 'list', { unread }), (cursor, signal) =>
    api.get<NotificationPage>('/notifications', { query: { workspace: slug, unread, cursor }, signal }),
  );
