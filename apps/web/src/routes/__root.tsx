import { Outlet, createRootRouteWithContext } from '@tanstack/react-router';
import type { RouterContext } from '../app/router.js';

export const Route = createRootRouteWithContext<RouterContext>()({ component: Outlet });
