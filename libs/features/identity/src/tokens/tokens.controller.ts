import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IssuedToken, type ListQuery, PersonalToken, TokenRequest, listQuery, page } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, type Scope, Scoped } from '@uptake/platform';
import { IssueToken } from './issue-token.js';
import { ListTokens } from './list-tokens.js';
import { RevokeToken } from './revoke-token.js';
import { presentToken } from './token.presenter.js';

@ApiTags('tokens')
@Controller('auth/tokens')
export class TokensController {
  constructor(
    private readonly listTokens: ListTokens,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Get()
  @Answers(200, page(PersonalToken))
  async list(@Scoped() scope: Scope, @QueryOf(listQuery({})) query: ListQuery) {
    const { rows, ...rest } = await this.listTokens.execute(scope, query);
    return { items: rows.map(presentToken), ...rest };
  }

  @Post()
  @Answers(201, IssuedToken, ['invalid_csrf_token'])
  async issue(@Scoped() scope: Scope, @BodyOf(TokenRequest) input: TokenRequest) {
    const { row, token } = await this.issueToken.execute(scope, input);
    return { ...presentToken(row), token };
  }

  @Delete(':id')
  @Answers(204, null, ['invalid_csrf_token'])
  revoke(@Scoped() scope: Scope, @IdParam() id: string) {
    return this.revokeToken.execute(scope, id);
  }
}
