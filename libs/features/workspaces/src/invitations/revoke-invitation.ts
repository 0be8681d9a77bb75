import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { InvitationRepository, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class RevokeInvitation {
  constructor(private readonly invitations: InvitationRepository) {}

  /** The link stops working at once. `not_found`; `invalid_state` for one that was accepted or revoked before. */
  async execute(scope: WorkspaceScope, id: string): Promise<void> {
    scope.demand('invitations.change');
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      await this.invitations.get(tx, id);
      if (!(await this.invitations.revoke(tx, id, actor.at)))
        throw new DomainError('invalid_state', { detail: 'This invitation is not open any more' });
      await journal(tx, [{ ...actor, type: 'invitation.revoked', subject: { kind: 'invitation', id } }]);
    });
  }
}
