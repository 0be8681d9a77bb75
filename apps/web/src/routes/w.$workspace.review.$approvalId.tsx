import { createFileRoute } from '@tanstack/react-router';
import { approvalQuery } from '../features/approvals/api/read-approval.js';
import { ReviewPage } from '../features/approvals/components/review-page.js';

export const Route = createFileRoute('/w/$workspace/review/$approvalId')({
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(approvalQuery(params.workspace, params.approvalId)),
  component: ReviewRoute,
});

function ReviewRoute() {
  const { approvalId } = Route.useParams();
  return <ReviewPage key={approvalId} approvalId={approvalId} />;
}
