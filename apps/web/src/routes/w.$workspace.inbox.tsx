import { createFileRoute } from '@tanstack/react-router';
import { InboxPage, type InboxSearch } from '../features/inbox/components/inbox-page.js';
import { notificationsQuery } from '../features/inbox/api/list-notifications.js';
import { searchFlag, searchText } from '../lib/search-params.js';

export const Route = createFileRoute('/w/$workspace/inbox')({
  validateSearch: (search): InboxSearch => ({ open: searchText(search.open), unread: searchFlag(search.unread) }),
  loaderDeps: ({ search: { unread } }) => ({ unread }),
  loader: ({ context, params, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(notificationsQuery(params.workspace, deps.unread)),
  component: InboxRoute,
});

function InboxRoute() {
  const navigate = Route.useNavigate();
  return <InboxPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
