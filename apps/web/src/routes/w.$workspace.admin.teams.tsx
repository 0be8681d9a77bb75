import { createFileRoute } from '@tanstack/react-router';
import { TeamsPart } from '../features/admin/components/teams-part.js';

export const Route = createFileRoute('/w/$workspace/admin/teams')({ component: TeamsPart });
