import { Inject, Injectable } from '@nestjs/common';
import type { MemberChange, Role } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { MemberRepository, type MemberRow, type Transaction, journal } from '@uptake/persistence';
import { MEMBER_CHANGED, type MemberChangedHook, type WorkspaceScope } from '@uptake/platform';
import { presentMember } from './member.presenter.js';

interface Standing {
  roles: readonly Role[];
  active: boolean;
}

@Injectable()
export class ChangeMember {
  constructor(
    private readonly members: MemberRepository,
    @Inject(MEMBER_CHANGED) private readonly memberChanged: readonly MemberChangedHook[],
  ) {}

  /**
   * Roles, and whether they are active. `last_administrator` when nobody would be left to administer: the administrators
   * are held before anything is read, so that two who demote each other do so one after the other.
   * `version_conflict` carries the member as they stand.
   */
  async execute(scope: WorkspaceScope, id: string, input: MemberChange): Promise<MemberRow> {
    scope.demand('members.change');
    await scope.transaction(async (tx) => {
      const administrators = await this.members.lockAdministrators(tx);
      // the one who asks may have lost the right while waiting for the others
      if (!administrators.includes(scope.member.memberId))
        throw new DomainError('forbidden', { detail: 'not_your_role', grantedBy: ['admin'] });
      const before = await this.members.get(tx, id);
      const after: Standing = {
        roles: input.roles ? [...new Set(input.roles)] : before.roles,
        active: input.active ?? before.active,
      };
      if (
        administrators.every((administrator) => administrator === id) &&
        !(after.active && after.roles.includes('admin'))
      ) {
        throw new DomainError('last_administrator', { detail: 'Make somebody else an administrator first' });
      }
      if (!(await this.members.update(tx, id, input.version, { ...after, at: scope.now() }))) {
        throw new DomainError('version_conflict', { current: presentMember(scope, await this.members.get(tx, id)) });
      }
      await this.record(tx, scope, before, after);
    });
    return this.members.get(scope.read, id);
  }

  private async record(tx: Transaction, scope: WorkspaceScope, before: MemberRow, after: Standing): Promise<void> {
    const roles = { from: before.roles, to: after.roles };
    const active = { from: before.active, to: after.active };
    const hasOtherRoles = [...before.roles].sort().join() !== [...after.roles].sort().join();
    if (!hasOtherRoles && active.from === active.to) return;
    await journal(tx, [
      {
        ...scope.actor,
        type: 'member.changed',
        subject: { kind: 'member', id: before.id },
        data: { ...(hasOtherRoles ? { roles } : {}), ...(active.from === active.to ? {} : { active }) },
      },
    ]);
    for (const follow of this.memberChanged) await follow(tx, { memberId: before.id, roles, active, ...scope.actor });
  }
}
