import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/w/$workspace/admin/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$workspace/admin/members', params, replace: true });
  },
});
