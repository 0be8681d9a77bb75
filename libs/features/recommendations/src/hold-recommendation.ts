import { Injectable } from '@nestjs/common';
import type { Action } from '@uptake/contracts';
import { DomainError, requireOpen } from '@uptake/domain';
import { ItemRepository, type ItemRow, RecommendationRepository, type Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentRecommendation } from './recommendation.presenter.js';

/** How every change of a recommendation begins: held against other writers, allowed, open, and as the writer knew it. */
@Injectable()
export class HoldRecommendation {
  constructor(
    private readonly items: ItemRepository,
    private readonly recommendations: RecommendationRepository,
  ) {}

  /** Throws `not_found`, `forbidden`, `invalid_state` when it is closed, `version_conflict` with the record as it stands. */
  async execute(
    tx: Transaction,
    scope: WorkspaceScope,
    id: string,
    action: Action,
    version: number | undefined,
  ): Promise<ItemRow> {
    const { item, parts } = await this.items.hold(tx, id, scope.member.memberId, 'recommendation');
    scope.demand(action, parts);
    requireOpen(item);
    if (version !== undefined && version !== item.version) {
      const current = presentRecommendation(scope, await this.recommendations.get(tx, scope.member.memberId, id));
      throw new DomainError('version_conflict', { detail: 'It was changed in the meantime', current });
    }
    return item;
  }
}
