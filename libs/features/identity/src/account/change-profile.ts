import { Injectable } from '@nestjs/common';
import type { ProfileChange } from '@uptake/contracts';
import {
  MemberRepository,
  type MembershipRow,
  type Transaction,
  UserRepository,
  WorkspaceRepository,
  journal,
} from '@uptake/persistence';
import type { Scope } from '@uptake/platform';
import { personally } from '../sign-in/nobody.js';

@Injectable()
export class ChangeProfile {
  constructor(
    private readonly users: UserRepository,
    private readonly workspaces: WorkspaceRepository,
    private readonly members: MemberRepository,
  ) {}

  /** A new name shows in every workspace one is a member of, and stands in the audit trail of each. */
  async execute(scope: Scope, input: ProfileChange): Promise<void> {
    await scope.transaction(async (tx) => {
      const { user } = scope;
      await this.users.update(tx, user.id, {
        name: input.name ?? user.name,
        language: input.language ?? user.language,
        timeZone: input.timeZone ?? user.timeZone,
      });
      if (!input.name || input.name === user.name) return;
      for (const membership of await this.workspaces.memberships(tx, user.id))
        await this.rename(tx, scope, membership, input.name);
      // what is read next in this transaction is about the person again, over all their workspaces
      await tx.enter(personally(user.id));
    });
  }

  private async rename(
    tx: Transaction,
    scope: Scope,
    { id: workspaceId, member_id: memberId }: MembershipRow,
    name: string,
  ): Promise<void> {
    const inside = await tx.enter({ workspaceId, userId: scope.user.id, memberId, sees: [] });
    const { name: from } = await this.members.get(inside, memberId);
    await this.members.rename(inside, memberId, name, scope.now());
    await journal(inside, [
      {
        type: 'member.changed',
        at: scope.now(),
        actorId: memberId,
        subject: { kind: 'member', id: memberId },
        personal: { name: { from, to: name } },
        correlation: scope.correlation,
      },
    ]);
  }
}
