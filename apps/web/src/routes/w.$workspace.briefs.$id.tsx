import { createFileRoute } from '@tanstack/react-router';
import { BriefReviewPage } from '../features/briefs/components/brief-review-page.js';
import { briefQuery } from '../features/briefs/api/read-briefs.js';
import { searchText } from '../lib/search-params.js';

export const Route = createFileRoute('/w/$workspace/briefs/$id')({
  validateSearch: (search: Record<string, unknown>): { passage?: string | undefined } => ({
    passage: searchText(search['passage']),
  }),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(briefQuery(params.workspace, params.id)),
  component: BriefRoute,
});

function BriefRoute() {
  const { id } = Route.useParams();
  const { passage } = Route.useSearch();
  return <BriefReviewPage key={id} id={id} passage={passage} />;
}
