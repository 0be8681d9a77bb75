import type { Joined } from '@uptake/contracts';
import { type Scope, csrfTokenFor } from '@uptake/platform';
import { presentUser } from '../account/me.presenter.js';
import type { AcceptedInvitation } from './accept-invitation.js';

export const presentJoined = (
  scope: Scope | undefined,
  { invitation, memberId, user, session }: AcceptedInvitation,
  appSecret: string,
): Joined => ({
  memberId,
  workspace: { id: invitation.workspace_id, slug: invitation.workspace_slug, name: invitation.workspace_name },
  user: presentUser(user),
  csrfToken: session?.csrfToken ?? (scope?.entry?.via === 'session' ? csrfTokenFor(scope.entry.id, appSecret) : null),
});
