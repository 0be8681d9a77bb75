/**
 * How a screen is built here
 * ==========================
 *
 * 1. **A route is a file** under `src/routes/`, named by its address: `w.$workspace.tasks.$number.tsx` is
 *    `/w/:workspace/tasks/:number`. It validates the search parameters (`lib/search-params.ts`), may start its queries in
 *    `loader` and composes components of one or more features; nothing else. The router plugin splits it off by itself: no
 *    side effects at the top, heavy imports (charts, editors) in components. `src/route-tree.gen.ts` is made by the dev
 *    server, the build, or `npm run routes -w @uptake/web`, and is committed.
 *
 *        export const Route = createFileRoute('/w/$workspace/briefs/')({
 *          validateSearch: (search) => ({ q: searchText(search.q) }),
 *          loader: ({ context, params }) => context.queryClient.prefetchInfiniteQuery(briefsQuery(params.workspace, {})),
 *          component: BriefsPage,
 *        });
 *
 * 2. **A feature is a folder** `src/features/<x>/` with `api/`, `components/`, `hooks/`. It imports lib, components,
 *    `@uptake/contracts` and `@uptake/ui`, never another feature and never app or routes. `features/session` is the model.
 *
 * 3. **A call is a file** `features/<x>/api/<verb-noun>.ts`: the fetcher over `api` (`lib/api.ts`) typed by the
 *    contracts, then `queryOptions` or a `useMutation` hook. Keys begin with `inWorkspace(slug, resource, ...)`: the live stream
 *    (`lib/live.ts`) finds them by it, so a screen is true without asking again. Lists are `pagedQuery` and `usePaged`
 *    (`lib/paged.ts`). A failure is always an `ApiProblem`: `useProblemText` words it, `useFieldErrors` gives a form's fields
 *    what a 422 says of them. Files go by `upload` (`lib/upload.ts`), which tells how far it is.
 *
 * 4. **Every view has its states**: `<QueryState query={...} loading={<TableSkeleton .../>}>` does loading, failure with
 *    retry and request id, refusal and nothing-there; an empty list says by `<EmptyState>` what would fill it.
 *
 * 5. **May I?** comes from the `abilities` of the answer, or of the membership by `useWorkspace().can('briefs.import')`;
 *    `<ActionButton ability={record.abilities['task.claim']}>` disables itself and says why. Never work it out again.
 *
 * 6. **Words** stand in `src/locales/en/<feature>.json` and `ar/<feature>.json` (all six Arabic plural forms); a missing
 *    key does not compile, a missing translation fails `locales/catalogues.spec.ts`. `useTranslation(['tasks', 'common'])`
 *    gives the feature's words, `t('common:actions.save')` the shared ones. Names of states have badges: `components/badges.tsx`.
 *
 * 7. **Dates, numbers, people** by `<DateText>`, `<DueDate>`, `useFormats()`, `<MemberName>`, `<OwnerName>`; today by
 *    `useToday()`, never by `new Date()`. Text that people wrote goes into `<WrittenText>` or carries `dir="auto"`.
 *    Styles use logical properties (`inline-size`, `padding-inline`), colours only `--up-*` and `data-tone`.
 *
 *    Forms are `@mantine/form`; people, teams and dates are chosen by `components/fields`.
 *
 * 8. **A list** is a `<DataTable>` (`components/data-table`): columns by `columnsOf<Row>()`, sort and filters in the
 *    address, J/K/Enter/X for nothing; several chosen rows get a `<BulkBar>`. A place in the side navigation appears with
 *    its route (`components/shell/navigation.ts`). More keys by `useKeys`, named by `event.code`; they list themselves under `?`.
 */
import { createRouter } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { NothingHere } from '../components/problem-state.js';
import { routeTree } from '../route-tree.gen.js';
import { RouteError } from './route-error.js';
import { RoutePending } from './route-pending.js';

/** What every route's `beforeLoad` and `loader` is given. */
export interface RouterContext {
  queryClient: QueryClient;
}

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // Freshness is the query client's business.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: () => <NothingHere />,
    defaultPendingComponent: RoutePending,
    defaultPendingMs: 200,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
