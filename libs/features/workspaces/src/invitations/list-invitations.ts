import { Injectable } from '@nestjs/common';
import { InvitationRepository, type InvitationRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListInvitations {
  constructor(private readonly invitations: InvitationRepository) {}

  execute(scope: WorkspaceScope): Promise<InvitationRow[]> {
    return this.invitations.list(scope.read);
  }
}
