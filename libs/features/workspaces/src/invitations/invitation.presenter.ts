import type { Invitation } from '@uptake/contracts';
import type { InvitationRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

export function presentInvitation(scope: WorkspaceScope, invitation: InvitationRow): Invitation {
  const state = stateOf(invitation, scope.now());
  return {
    id: invitation.id,
    email: invitation.email,
    roles: invitation.roles,
    invitedBy: invitation.invited_by,
    createdAt: invitation.created_at.toISOString(),
    expiresAt: invitation.expires_at.toISOString(),
    state,
    abilities: abilitiesOf(scope, { revoke: 'invitations.change' }, [], {
      revoke: state === 'open' || state === 'expired' ? undefined : state,
    }),
  };
}

function stateOf(invitation: InvitationRow, now: Date): Invitation['state'] {
  if (invitation.accepted_at) return 'accepted';
  if (invitation.revoked_at) return 'revoked';
  return invitation.expires_at > now ? 'open' : 'expired';
}
