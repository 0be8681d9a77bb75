import type { RecommendationKind } from '@uptake/contracts';
import { lifecycleLooks, ratingLooks } from '@uptake/ui';
import { createFileRoute } from '@tanstack/react-router';
import {
  type RecommendationFilters,
  recommendationsQuery,
} from '../features/recommendations/api/read-recommendations.js';
import { RecommendationsPage } from '../features/recommendations/components/recommendations-page.js';
import { searchFlag, searchOneOf, searchText } from '../lib/search-params.js';

// The contracts' own lists would bring every schema into the first screen.
const keysOf = <T extends string>(looks: Record<T, unknown>): T[] => Object.keys(looks) as T[];

export const Route = createFileRoute('/w/$workspace/recommendations/')({
  validateSearch: (search: Record<string, unknown>): RecommendationFilters => ({
    status: searchOneOf(search['status'], keysOf(lifecycleLooks)),
    kind: searchText(search['kind']) as RecommendationKind | undefined,
    owner: searchText(search['owner']),
    team: searchText(search['team']),
    rating: searchOneOf(search['rating'], ['none', ...keysOf(ratingLooks)]),
    overdue: searchFlag(search['overdue']),
    waiting: searchFlag(search['waiting']),
    brief: searchText(search['brief']),
    section: searchText(search['section']),
    q: searchText(search['q']),
    sort: searchText(search['sort']),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(recommendationsQuery(params.workspace, deps)),
  component: RecommendationsRoute,
});

function RecommendationsRoute() {
  const filters = Route.useSearch();
  const navigate = Route.useNavigate();
  return <RecommendationsPage filters={filters} onFilters={(search) => void navigate({ search, replace: true })} />;
}
