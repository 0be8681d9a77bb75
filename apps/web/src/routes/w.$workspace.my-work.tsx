import { createFileRoute } from '@tanstack/react-router';
import { openTasksQuery } from '../features/tasks/api/read-tasks.js';
import { MyWorkPage } from '../features/tasks/components/my-work-page.js';

export const Route = createFileRoute('/w/$workspace/my-work')({
  loader: ({ context, params }) =>
    void context.queryClient.prefetchInfiniteQuery(openTasksQuery(params.workspace, 'me')),
  component: MyWorkPage,
});
