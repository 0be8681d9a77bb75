import { createFileRoute, useRouter } from '@tanstack/react-router';
import { InvitationPage } from '../features/invitation/components/invitation-page.js';

/** Public: the mailed link is `/invitations/accept#<token>`; what stands behind `#` never leaves the browser by itself. */
export const Route = createFileRoute('/invitations/accept')({ component: InvitationRoute });

function InvitationRoute() {
  const router = useRouter();
  const token = router.state.location.hash;
  return (
    <InvitationPage
      token={token}
      onJoined={({ workspace }) =>
        void router.navigate({ to: '/w/$workspace', params: { workspace: workspace.slug }, replace: true })
      }
    />
  );
}
