import { createFileRoute } from '@tanstack/react-router';
import { WorkspacePart } from '../features/admin/components/workspace-part.js';

export const Route = createFileRoute('/w/$workspace/admin/workspace')({ component: WorkspacePart });
