import { createFileRoute } from '@tanstack/react-router';
import { submissionQuery } from '../features/approvals/api/read-submission.js';
import { SubmissionPage } from '../features/approvals/components/submission-page.js';

export const Route = createFileRoute('/w/$workspace/submissions/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(submissionQuery(params.workspace, params.id)),
  component: SubmissionRoute,
});

function SubmissionRoute() {
  const { id } = Route.useParams();
  return <SubmissionPage key={id} id={id} />;
}
