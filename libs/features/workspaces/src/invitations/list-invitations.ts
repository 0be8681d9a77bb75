import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@uptake/contracts';
import { InvitationRepository, type InvitationRow, type ListedPage } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListInvitations {
  constructor(private readonly invitations: InvitationRepository) {}

  execute(scope: WorkspaceScope, query: ListQuery): Promise<ListedPage<InvitationRow>> {
    return this.invitations.list(scope.read, query);
  }
}
