import { createFileRoute, redirect } from '@tanstack/react-router';

/** A workspace opens at the inbox. */
export const Route = createFileRoute('/w/$workspace/')({
  beforeLoad: ({ params }) => {
    throw redirect({ href: `/w/${encodeURIComponent(params.workspace)}/inbox`, replace: true });
  },
});
