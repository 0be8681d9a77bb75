import { Module } from '@nestjs/common';
import { InvitationRepository, MemberRepository, TeamRepository, WorkspaceRepository } from '@uptake/persistence';
import { InvitationsController } from './invitations/invitations.controller.js';
import { Invite } from './invitations/invite.js';
import { ListInvitations } from './invitations/list-invitations.js';
import { RevokeInvitation } from './invitations/revoke-invitation.js';
import { ChangeMember } from './members/change-member.js';
import { ListMembers } from './members/list-members.js';
import { MembersController } from './members/members.controller.js';
import { ChangeTeam } from './teams/change-team.js';
import { CreateTeam } from './teams/create-team.js';
import { ListTeams } from './teams/list-teams.js';
import { TeamsController } from './teams/teams.controller.js';
import { ChangeWorkspace } from './workspaces/change-workspace.js';
import { CreateWorkspace } from './workspaces/create-workspace.js';
import { ListWorkspaces } from './workspaces/list-workspaces.js';
import { ReadWorkspace } from './workspaces/read-workspace.js';
import { WorkspacesController } from './workspaces/workspaces.controller.js';

const repositories = [InvitationRepository, MemberRepository, TeamRepository, WorkspaceRepository];
const verbs = [
  ListWorkspaces,
  CreateWorkspace,
  ReadWorkspace,
  ChangeWorkspace,
  ListMembers,
  ChangeMember,
  ListTeams,
  CreateTeam,
  ChangeTeam,
  ListInvitations,
  Invite,
  RevokeInvitation,
];

/** Workspaces, their members, teams and invitations. Needs WORKSPACE_CREATED, MEMBER_CHANGED and TEAM_CHANGED from the app. */
@Module({
  controllers: [WorkspacesController, MembersController, TeamsController, InvitationsController],
  providers: [...repositories, ...verbs],
  exports: [CreateWorkspace],
})
export class WorkspacesModule {}
