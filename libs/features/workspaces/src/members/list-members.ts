import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@uptake/contracts';
import { type ListedPage, MemberRepository, type MemberRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListMembers {
  constructor(private readonly members: MemberRepository) {}

  /** Deactivated ones too: their names stand under what they did. */
  execute(scope: WorkspaceScope, query: ListQuery): Promise<ListedPage<MemberRow>> {
    return this.members.list(scope.read, query);
  }
}
