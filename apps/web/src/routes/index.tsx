import { createFileRoute, redirect } from '@tanstack/react-router';
import { NoWorkspace } from '../features/session/components/no-workspace.js';
import { preferences } from '../lib/preferences.js';
import { requireSession } from '../lib/require-session.js';
import { startWorkspace } from '../lib/start-address.js';

export const Route = createFileRoute('/')({
  beforeLoad: async ({ context, location }) => {
    const me = await requireSession(context.queryClient, location.href);
    const slug = startWorkspace(
      me.memberships.map((one) => one.workspace.slug),
      preferences.read('workspace'),
    );
    if (slug) throw redirect({ to: '/w/$workspace', params: { workspace: slug }, replace: true });
  },
  component: NoWorkspace,
});
