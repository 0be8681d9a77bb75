import { Injectable } from '@nestjs/common';
import { type TeamRow, TeamRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListTeams {
  constructor(private readonly teams: TeamRepository) {}

  execute(scope: WorkspaceScope): Promise<TeamRow[]> {
    return this.teams.list(scope.read);
  }
}
