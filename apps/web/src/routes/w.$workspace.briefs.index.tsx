import { createFileRoute } from '@tanstack/react-router';
import { BriefsPage } from '../features/briefs/components/briefs-page.js';
import { briefsQuery } from '../features/briefs/api/read-briefs.js';

export const Route = createFileRoute('/w/$workspace/briefs/')({
  loader: ({ context, params }) => void context.queryClient.prefetchInfiniteQuery(briefsQuery(params.workspace)),
  component: BriefsPage,
});
