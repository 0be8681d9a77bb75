import { createFileRoute } from '@tanstack/react-router';
import type { AuditFilters } from '../features/admin/api/read-audit.js';
import { AuditPart } from '../features/admin/components/audit-part.js';
import { searchText } from '../lib/search-params.js';

export const Route = createFileRoute('/w/$workspace/admin/audit')({
  validateSearch: (search: Record<string, unknown>): AuditFilters => ({
    type: searchText(search['type']),
    actor: searchText(search['actor']),
  }),
  component: AuditRoute,
});

function AuditRoute() {
  const filters = Route.useSearch();
  const navigate = Route.useNavigate();
  return <AuditPart filters={filters} onFilters={(search) => void navigate({ search, replace: true })} />;
}
