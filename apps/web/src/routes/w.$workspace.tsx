import { Outlet, createFileRoute, notFound, useRouter } from '@tanstack/react-router';
import { WorkspaceFrame } from '../components/shell/workspace-frame.js';
import { useSignOut } from '../features/session/api/sign-out.js';
import { useLanguageOfUser } from '../features/session/hooks/use-language-of-user.js';
import { preferences } from '../lib/preferences.js';
import { requireSession } from '../lib/require-session.js';
import { WorkspaceProvider, workspaceQuery } from '../lib/workspace.js';

export const Route = createFileRoute('/w/$workspace')({
  beforeLoad: async ({ context, params, location }) => {
    const me = await requireSession(context.queryClient, location.href);
    const membership = me.memberships.find((one) => one.workspace.slug === params.workspace);
    // Somebody else's workspace and one that does not exist look the same.
    if (!membership) throw notFound();
    preferences.write('workspace', params.workspace);
    return { membership };
  },
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(workspaceQuery(params.workspace)),
  component: WorkspaceRoute,
});

function WorkspaceRoute() {
  const { membership } = Route.useRouteContext();
  const router = useRouter();
  const signOut = useSignOut();
  useLanguageOfUser();
  return (
    <WorkspaceProvider value={membership}>
      <WorkspaceFrame
        onSignOut={() => signOut.mutate(undefined, { onSuccess: () => void router.navigate({ to: '/login' }) })}
      >
        <Outlet />
      </WorkspaceFrame>
    </WorkspaceProvider>
  );
}
