import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { DelegationRepository, type DelegationRow, EligibilityRepository, type Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class HoldDelegation {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly eligibility: EligibilityRepository,
  ) {}

  /**
   * Waits for the decisions under way, keeps new ones waiting, and answers the delegation as it stands. `not_found` for those of
   * others, unless one may arrange them; `forbidden` for its holder, who may lay it down but not change it (`isLaidDown`).
   */
  async execute(tx: Transaction, scope: WorkspaceScope, id: string, isLaidDown: boolean): Promise<DelegationRow> {
    await this.eligibility.changePeople(tx);
    const row = await this.delegations.get(tx, id);
    const me = scope.member.memberId;
    const mayArrange = scope.can('delegations.arrange') === true;
    if (![row.from_ref.id, row.to_ref.id, row.created_by.id].includes(me) && !mayArrange)
      throw new DomainError('not_found', { detail: 'No such delegation' });
    const isOwn = row.from_ref.id === me || (isLaidDown && row.to_ref.id === me);
    scope.demand(isOwn ? 'delegations.own' : 'delegations.arrange');
    if (!isLaidDown && !isOwn && row.to_ref.id === me)
      throw new DomainError('forbidden', { detail: 'not_to_yourself' });
    return row;
  }
}
