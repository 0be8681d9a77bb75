import { queryOptions, useQuery } from '@tanstack/react-query';
import type { NotificationPage } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import { api } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';
import { useWorkspace } from '../../lib/workspace.js';

/** How many notifications of this workspace are unread; kept true by the live stream. */
const unreadQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'notifications', 'unread'),
    queryFn: async ({ signal }) => {
      const page = await api.get<NotificationPage>('/notifications', {
        query: { unread: true, workspace: slug, limit: 1 },
        signal,
      });
      return page.unread;
    },
  });

export const useUnreadCount = (): number => useQuery(unreadQuery(useWorkspace().slug)).data ?? 0;

/** The figure for the eye; the words stand on the bell. */
export function UnreadCount({ className }: { className?: string | undefined }) {
  const count = useUnreadCount();
  const formats = useFormats();
  if (count === 0) return null;
  return (
    <span className={className} aria-hidden="true">
      {formats.number(Math.min(count, 999))}
    </span>
  );
}
