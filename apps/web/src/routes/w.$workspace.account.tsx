import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '../features/account/components/account-page.js';

export const Route = createFileRoute('/w/$workspace/account')({ component: AccountPage });
