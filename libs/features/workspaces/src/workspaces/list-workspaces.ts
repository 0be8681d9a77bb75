import { Injectable } from '@nestjs/common';
import { type MembershipRow, WorkspaceRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class ListWorkspaces {
  constructor(private readonly workspaces: WorkspaceRepository) {}

  /** The workspaces one is an active member of. */
  execute(scope: Scope): Promise<MembershipRow[]> {
    return this.workspaces.memberships(scope.read, scope.user.id);
  }
}
