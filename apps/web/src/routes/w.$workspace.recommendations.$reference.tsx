import { createFileRoute } from '@tanstack/react-router';
import { recommendationQuery } from '../features/recommendations/api/read-recommendations.js';
import { RecommendationPage } from '../features/recommendations/components/recommendation-page.js';

export const Route = createFileRoute('/w/$workspace/recommendations/$reference')({
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(recommendationQuery(params.workspace, params.reference)),
  component: RecommendationRoute,
});

function RecommendationRoute() {
  const { reference } = Route.useParams();
  return <RecommendationPage key={reference} reference={reference} />;
}
