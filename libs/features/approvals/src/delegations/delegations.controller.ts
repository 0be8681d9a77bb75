import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Delegation, DelegationChange, DelegationInput, DelegationListQuery, page } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangeDelegation } from './change-delegation.js';
import { CreateDelegation } from './create-delegation.js';
import { ListDelegations } from './list-delegations.js';
import { RevokeDelegation } from './revoke-delegation.js';

@ApiTags('delegations')
@Controller('workspaces/:w/delegations')
export class DelegationsController {
  constructor(
    private readonly listDelegations: ListDelegations,
    private readonly createDelegation: CreateDelegation,
    private readonly changeDelegation: ChangeDelegation,
    private readonly revokeDelegation: RevokeDelegation,
  ) {}

  @Get()
  @Requires('delegations.own')
  @Answers(200, page(Delegation))
  list(@Scoped() scope: WorkspaceScope, @QueryOf(DelegationListQuery) query: DelegationListQuery) {
    return this.listDelegations.execute(scope, query);
  }

  @Post()
  @Requires('delegations.own')
  @Answers(201, Delegation, ['delegation_circle', 'invalid_csrf_token'])
  create(@Scoped() scope: WorkspaceScope, @BodyOf(DelegationInput) input: DelegationInput) {
    return this.createDelegation.execute(scope, input);
  }

  @Patch(':id')
  @Requires('delegations.own')
  @Answers(200, Delegation, ['delegation_circle', 'version_conflict', 'invalid_state', 'invalid_csrf_token'])
  change(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(DelegationChange) change: DelegationChange) {
    return this.changeDelegation.execute(scope, id, change);
  }

  /** It ends at once and stays in the list, as revoked. */
  @Delete(':id')
  @Requires('delegations.own')
  @Answers(204, null, ['invalid_state', 'invalid_csrf_token'])
  revoke(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.revokeDelegation.execute(scope, id);
  }
}
