import { createFileRoute } from '@tanstack/react-router';
import { tasksQuery, type TaskFilters } from '../features/tasks/api/list-tasks.js';
import { TasksPage } from '../features/tasks/components/tasks-page.js';
import { searchFlag, searchText } from '../lib/search-params.js';

export const Route = createFileRoute('/w/$workspace/tasks/')({
  validateSearch: (search: Record<string, unknown>): TaskFilters => ({
    assignee: searchText(search['assignee']),
    team: searchText(search['team']),
    recommendation: searchText(search['recommendation']),
    status: searchText(search['status']),
    dueBefore: searchText(search['dueBefore']),
    overdue: searchFlag(search['overdue']),
    q: searchText(search['q']),
    sort: searchText(search['sort']),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(tasksQuery(params.workspace, deps)),
  component: TasksRoute,
});

function TasksRoute() {
  const navigate = Route.useNavigate();
  return <TasksPage filters={Route.useSearch()} onFilters={(search) => void navigate({ search, replace: true })} />;
}
