import { Module } from '@nestjs/common';
import { TeamRepository } from '@uptake/persistence';
import { ChangeTeam } from './teams/change-team.js';
import { CreateTeam } from './teams/create-team.js';
import { ListTeams } from './teams/list-teams.js';
import { TeamsController } from './teams/teams.controller.js';

@Module({
  controllers: [TeamsController],
  providers: [TeamRepository, ListTeams, CreateTeam, ChangeTeam],
})
export class WorkspacesModule {}
