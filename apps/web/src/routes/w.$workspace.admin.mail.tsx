import { createFileRoute } from '@tanstack/react-router';
import { MailPart, type MailSearch } from '../features/admin/components/mail-part.js';
import { searchText } from '../lib/search-params.js';

export const Route = createFileRoute('/w/$workspace/admin/mail')({
  validateSearch: (search: Record<string, unknown>): MailSearch => ({
    q: searchText(search['q']),
    open: searchText(search['open']),
  }),
  component: MailRoute,
});

function MailRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <MailPart search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
