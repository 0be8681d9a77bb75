import { createFileRoute } from '@tanstack/react-router';
import { WorkflowsPart } from '../features/workflows/components/workflows-part.js';
import { needWords } from '../lib/i18n/late-words.js';

export const Route = createFileRoute('/w/$workspace/admin/workflows')({
  loader: () => needWords('workflows'),
  component: WorkflowsPart,
});
