import { createFileRoute } from '@tanstack/react-router';
import { DesignerPage } from '../features/workflows/components/designer-page.js';
import { needWords } from '../lib/i18n/late-words.js';

export const Route = createFileRoute('/w/$workspace/admin_/workflows/$key/design')({
  validateSearch: (search): { draft?: number } => {
    const draft = Number(search['draft']);
    return Number.isInteger(draft) && draft > 0 ? { draft } : {};
  },
  loader: () => needWords('workflows'),
  component: DesignRoute,
});

function DesignRoute() {
  const { key } = Route.useParams();
  const { draft } = Route.useSearch();
  return <DesignerPage key={key} workflowKey={key} draft={draft} />;
}
