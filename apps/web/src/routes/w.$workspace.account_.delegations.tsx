import { createFileRoute } from '@tanstack/react-router';
import { DelegationsPage } from '../features/account/components/delegations-page.js';

export const Route = createFileRoute('/w/$workspace/account_/delegations')({ component: DelegationsPage });
