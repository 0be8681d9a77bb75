import { Outlet, createFileRoute } from '@tanstack/react-router';
import { AdminFrame } from '../features/admin/components/admin-frame.js';

export const Route = createFileRoute('/w/$workspace/admin')({
  component: () => (
    <AdminFrame>
      <Outlet />
    </AdminFrame>
  ),
});
