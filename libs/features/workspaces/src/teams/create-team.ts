import { Injectable } from '@nestjs/common';
import type { TeamCreation } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type TeamRow, TeamRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class CreateTeam {
  constructor(private readonly teams: TeamRepository) {}

  /** `already_exists` when another team has the name; the unique index decides between two at once. */
  async execute(scope: WorkspaceScope, input: TeamCreation): Promise<TeamRow> {
    scope.demand('teams.change');
    const { actor } = scope;
    const id = newId(actor.at);
    await scope.transaction(async (tx) => {
      if (!(await this.teams.insert(tx, { id, name: input.name, at: actor.at })))
        throw new DomainError('already_exists', { detail: `A team named ${input.name} exists` });
      await this.teams.replaceMembers(tx, id, input.memberIds);
      await journal(tx, [
        {
          ...actor,
          type: 'team.created',
          subject: { kind: 'team', id },
          data: { memberIds: input.memberIds },
          personal: { name: input.name },
        },
      ]);
    });
    return this.teams.get(scope.read, id);
  }
}
