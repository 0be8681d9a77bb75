import { createFileRoute } from '@tanstack/react-router';
import { InvitationsPart } from '../features/admin/components/invitations-part.js';

export const Route = createFileRoute('/w/$workspace/admin/invitations')({ component: InvitationsPart });
