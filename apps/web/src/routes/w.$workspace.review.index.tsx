import { createFileRoute } from '@tanstack/react-router';
import { myApprovalsQuery } from '../features/approvals/api/list-approvals.js';
import { ReviewListPage } from '../features/approvals/components/review-list-page.js';

export const Route = createFileRoute('/w/$workspace/review/')({
  loader: ({ context, params }) => void context.queryClient.prefetchInfiniteQuery(myApprovalsQuery(params.workspace)),
  component: ReviewListPage,
});
