import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ListQuery, Team, TeamChange, TeamCreation, listQuery, page } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangeTeam } from './change-team.js';
import { CreateTeam } from './create-team.js';
import { ListTeams } from './list-teams.js';
import { presentTeam } from './team.presenter.js';

@ApiTags('teams')
@Controller('workspaces/:w/teams')
export class TeamsController {
  constructor(
    private readonly listTeams: ListTeams,
    private readonly createTeam: CreateTeam,
    private readonly changeTeam: ChangeTeam,
  ) {}

  @Get()
  @Requires('teams.read')
  @Answers(200, page(Team))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(listQuery({})) query: ListQuery) {
    const { rows, ...rest } = await this.listTeams.execute(scope, query);
    return { items: rows.map((team) => presentTeam(scope, team)), ...rest };
  }

  @Post()
  @Requires('teams.change')
  @Answers(201, Team, ['already_exists'])
  async create(@Scoped() scope: WorkspaceScope, @BodyOf(TeamCreation) input: TeamCreation) {
    return presentTeam(scope, await this.createTeam.execute(scope, input));
  }

  @Patch(':id')
  @Requires('teams.change')
  @Answers(200, Team, ['already_exists', 'version_conflict'])
  async change(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(TeamChange) input: TeamChange) {
    return presentTeam(scope, await this.changeTeam.execute(scope, id, input));
  }
}
