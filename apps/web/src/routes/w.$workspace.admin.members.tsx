import { createFileRoute } from '@tanstack/react-router';
import { MembersPart } from '../features/admin/components/members-part.js';

export const Route = createFileRoute('/w/$workspace/admin/members')({ component: MembersPart });
