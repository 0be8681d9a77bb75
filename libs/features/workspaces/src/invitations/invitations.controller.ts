import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Invitation, InvitationCreation, type ListQuery, listQuery, page } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { presentInvitation } from './invitation.presenter.js';
import { Invite } from './invite.js';
import { ListInvitations } from './list-invitations.js';
import { RevokeInvitation } from './revoke-invitation.js';

@ApiTags('invitations')
@Controller('workspaces/:w/invitations')
export class InvitationsController {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly invite: Invite,
    private readonly revokeInvitation: RevokeInvitation,
  ) {}

  @Get()
  @Requires('invitations.read')
  @Answers(200, page(Invitation))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(listQuery({})) query: ListQuery) {
    const { rows, ...rest } = await this.listInvitations.execute(scope, query);
    return { items: rows.map((invitation) => presentInvitation(scope, invitation)), ...rest };
  }

  @Post()
  @Requires('invitations.change')
  @Answers(201, Invitation, ['already_exists', 'invalid_csrf_token'])
  async create(@Scoped() scope: WorkspaceScope, @BodyOf(InvitationCreation) input: InvitationCreation) {
    return presentInvitation(scope, await this.invite.execute(scope, input));
  }

  @Delete(':id')
  @Requires('invitations.change')
  @Answers(204, null, ['invalid_state', 'invalid_csrf_token'])
  revoke(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.revokeInvitation.execute(scope, id);
  }
}
