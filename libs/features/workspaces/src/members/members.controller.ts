import { Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ListQuery, Member, MemberChange, listQuery, page } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
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
  @Answers(200, page(Member))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(listQuery({})) query: ListQuery) {
    const { rows, ...rest } = await this.listMembers.execute(scope, query);
    return { items: rows.map((member) => presentMember(scope, member)), ...rest };
  }

  @Patch(':id')
  @Requires('members.change')
  @Answers(200, Member, ['last_administrator', 'version_conflict', 'invalid_csrf_token'])
  async change(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(MemberChange) input: MemberChange) {
    return presentMember(scope, await this.changeMember.execute(scope, id, input));
  }
}
