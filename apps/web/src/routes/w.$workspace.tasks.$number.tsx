import { createFileRoute } from '@tanstack/react-router';
import { taskQuery } from '../features/tasks/api/read-tasks.js';
import { TaskPage } from '../features/tasks/components/task-page.js';

export const Route = createFileRoute('/w/$workspace/tasks/$number')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(taskQuery(params.workspace, params.number)),
  component: TaskRoute,
});

function TaskRoute() {
  const { number } = Route.useParams();
  return <TaskPage key={number} number={number} />;
}
