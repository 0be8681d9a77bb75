import { createFileRoute } from '@tanstack/react-router';
import { rollupQuery } from '../features/leadership/api/read-rollup.js';
import { LeadershipPage } from '../features/leadership/components/leadership-page.js';
import { searchText } from '../lib/search-params.js';

export const Route = createFileRoute('/w/$workspace/leadership')({
  validateSearch: (search: Record<string, unknown>): { brief?: string } => {
    const brief = searchText(search['brief']);
    return brief ? { brief } : {};
  },
  loaderDeps: ({ search: { brief } }) => ({ brief }),
  loader: ({ context, params, deps }) =>
    void context.queryClient.prefetchQuery(rollupQuery(params.workspace, 'status', deps.brief)),
  component: LeadershipRoute,
});

function LeadershipRoute() {
  const { brief } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <LeadershipPage
      brief={brief}
      onBrief={(next) => void navigate({ search: next ? { brief: next } : {}, replace: true })}
    />
  );
}
