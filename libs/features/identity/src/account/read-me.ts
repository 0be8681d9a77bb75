import { Injectable } from '@nestjs/common';
import { type MembershipRow, UserRepository, type UserRow, WorkspaceRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class ReadMe {
  constructor(
    private readonly users: UserRepository,
    private readonly workspaces: WorkspaceRepository,
  ) {}

  async execute(scope: Scope): Promise<{ user: UserRow; memberships: MembershipRow[] }> {
    const user = await this.users.get(scope.read, scope.user.id);
    return { user, memberships: await this.workspaces.memberships(scope.read, scope.user.id) };
  }
}
