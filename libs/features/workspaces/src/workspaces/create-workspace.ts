import { Inject, Injectable } from '@nestjs/common';
import type { Role, WorkspaceCreation } from '@uptake/contracts';
import { DomainError, visibilitiesOf } from '@uptake/domain';
import { MemberRepository, type MembershipRow, WorkspaceRepository, journal, newId } from '@uptake/persistence';
import { type Scope, WORKSPACE_CREATED, type WorkspaceCreatedHook } from '@uptake/platform';

const roles: Role[] = ['admin'];

@Injectable()
export class CreateWorkspace {
  constructor(
    private readonly workspaces: WorkspaceRepository,
    private readonly members: MemberRepository,
    @Inject(WORKSPACE_CREATED) private readonly workspaceCreated: readonly WorkspaceCreatedHook[],
  ) {}

  /** Whoever is signed in may make one and administers it. `already_exists` when the slug is taken; its unique index decides between two at once. */
  async execute(scope: Scope, input: WorkspaceCreation): Promise<MembershipRow> {
    const at = scope.now();
    const { user, correlation } = scope;
    const [id, memberId] = [newId(at), newId(at)];
    return scope.transaction(async (outside) => {
      const tx = await outside.enter({ workspaceId: id, userId: user.id, memberId, sees: visibilitiesOf(roles) });
      if (!(await this.workspaces.insert(tx, { ...input, at })))
        throw new DomainError('already_exists', { detail: `The address ${input.slug} is taken: choose another` });
      await this.members.join(tx, { id: memberId, userId: user.id, name: user.name, roles, at });
      await journal(tx, [
        {
          at,
          actorId: memberId,
          correlation,
          type: 'workspace.created',
          subject: { kind: 'workspace', id },
          data: { slug: input.slug },
          personal: { name: input.name },
        },
        {
          at,
          actorId: memberId,
          correlation,
          type: 'member.joined',
          subject: { kind: 'member', id: memberId },
          data: { userId: user.id, roles },
          personal: { name: user.name },
        },
      ]);
      for (const follow of this.workspaceCreated) await follow(tx, { id, createdBy: memberId, at, correlation });
      return { ...(await this.workspaces.get(tx)), member_id: memberId, roles };
    });
  }
}
