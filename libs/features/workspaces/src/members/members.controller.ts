import { Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Member, MemberChange, whole } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangeMember } from './change-member.js';
import { ListMembers } from './list-members.js';
import { presentMember } from './member.presenter.js';

@ApiTags('members')
@Controller('workspaces/:w/members')
export class MembersController {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly changeMember: ChangeMember,
  ) {}

  @Get()
  @Requires('members.read')
  @Answers(200, whole(Member))
  async list(@Scoped() scope: WorkspaceScope) {
    return { items: (await this.listMembers.execute(scope)).map((member) => presentMember(scope, member)) };
  }

  @Patch(':id')
  @Requires('members.change')
  @Answers(200, Member, ['last_administrator', 'version_conflict', 'invalid_csrf_token'])
  async change(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(MemberChange) input: MemberChange) {
    return presentMember(scope, await this.changeMember.execute(scope, id, input));
  }
}
