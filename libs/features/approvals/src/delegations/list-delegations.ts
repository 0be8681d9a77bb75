import { Injectable } from '@nestjs/common';
import type { Delegation, DelegationListQuery, Page } from '@uptake/contracts';
import { DelegationRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentDelegation } from './delegation.presenter.js';

@Injectable()
export class ListDelegations {
  constructor(private readonly delegations: DelegationRepository) {}

  /** What one gave, holds or arranged; those who may arrange them see all. */
  async execute(scope: WorkspaceScope, query: DelegationListQuery): Promise<Page<Delegation>> {
    const of = scope.can('delegations.arrange') === true ? null : scope.member.memberId;
    const { rows, ...rest } = await this.delegations.list(scope.read, query, of, scope.now());
    return { items: rows.map((row) => presentDelegation(scope, row)), ...rest };
  }
}
