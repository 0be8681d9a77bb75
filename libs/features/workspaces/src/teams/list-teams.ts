import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@uptake/contracts';
import { type ListedPage, type TeamRow, TeamRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListTeams {
  constructor(private readonly teams: TeamRepository) {}

  execute(scope: WorkspaceScope, query: ListQuery): Promise<ListedPage<TeamRow>> {
    return this.teams.list(scope.read, query);
  }
}
