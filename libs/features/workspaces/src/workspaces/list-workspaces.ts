import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@uptake/contracts';
import { type ListedPage, type MembershipRow, WorkspaceRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class ListWorkspaces {
  constructor(private readonly workspaces: WorkspaceRepository) {}

  /** The workspaces one is an active member of. */
  execute(scope: Scope, query: ListQuery): Promise<ListedPage<MembershipRow>> {
    return this.workspaces.list(scope.read, scope.user.id, query);
  }
}
