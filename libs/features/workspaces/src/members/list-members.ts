import { Injectable } from '@nestjs/common';
import { MemberRepository, type MemberRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListMembers {
  constructor(private readonly members: MemberRepository) {}

  /** Deactivated ones too: their names stand under what they did. */
  execute(scope: WorkspaceScope): Promise<MemberRow[]> {
    return this.members.list(scope.read);
  }
}
