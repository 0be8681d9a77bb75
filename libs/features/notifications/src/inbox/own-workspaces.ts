import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { WorkspaceRepository } from '@uptake/persistence';
import type { Scope, WorkspaceScope } from '@uptake/platform';

/** A person's scopes inside each of their workspaces: what is told of an item is read with the eyes they have there. */
@Injectable()
export class OwnWorkspaces {
  constructor(private readonly workspaces: WorkspaceRepository) {}

  /** All of them, or the one of this slug; `not_found` when it is none of theirs. */
  async execute(scope: Scope, slug?: string): Promise<WorkspaceScope[]> {
    const memberships = await this.workspaces.memberships(scope.read, scope.user.id);
    const wanted = slug === undefined ? memberships : memberships.filter((membership) => membership.slug === slug);
    if (slug !== undefined && wanted.length === 0) throw new DomainError('not_found', { detail: 'No such workspace' });
    return wanted.map((m) =>
      scope.within(
        { id: m.id, slug: m.slug, name: m.name, timeZone: m.time_zone },
        { memberId: m.member_id, name: scope.user.name, roles: m.roles },
      ),
    );
  }
}
