import { createFileRoute } from '@tanstack/react-router';
import { WorkflowPage } from '../features/workflows/components/workflow-page.js';
import { needWords } from '../lib/i18n/late-words.js';

export const Route = createFileRoute('/w/$workspace/admin_/workflows/$key/')({
  loader: () => needWords('workflows'),
  component: WorkflowRoute,
});

function WorkflowRoute() {
  const { key } = Route.useParams();
  return <WorkflowPage key={key} workflowKey={key} />;
}
