import { Inject, Injectable } from '@nestjs/common';
import type { TeamChange } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type TeamRow, TeamRepository, journal } from '@uptake/persistence';
import { TEAM_CHANGED, type TeamChangedHook, type WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ChangeTeam {
  constructor(
    private readonly teams: TeamRepository,
    @Inject(TEAM_CHANGED) private readonly teamChanged: readonly TeamChangedHook[],
  ) {}

  /** `version_conflict` carries the team as it stands; two at once: the conditional update lets one through. */
  async execute(scope: WorkspaceScope, id: string, input: TeamChange): Promise<TeamRow> {
    scope.demand('teams.change');
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      const before = await this.teams.get(tx, id);
      if (!(await this.teams.update(tx, id, input.version, { name: input.name ?? before.name, at: actor.at }))) {
        throw new DomainError('version_conflict', { current: before });
      }
      if (input.memberIds) await this.teams.replaceMembers(tx, id, input.memberIds);
      const memberIds = input.memberIds && {
        from: before.members.map((member) => member.id),
        to: [...new Set(input.memberIds)],
      };
      await journal(tx, [
        {
          ...actor,
          type: 'team.changed',
          subject: { kind: 'team', id },
          data: memberIds ? { memberIds } : {},
          ...(input.name ? { personal: { name: { from: before.name, to: input.name } } } : {}),
        },
      ]);
      if (memberIds) for (const follow of this.teamChanged) await follow(tx, { teamId: id, memberIds, ...actor });
    });
    return this.teams.get(scope.read, id);
  }
}
