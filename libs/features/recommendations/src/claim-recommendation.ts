import { Injectable } from '@nestjs/common';
import { claimHindrance, requireClaimable, requireOpen } from '@uptake/domain';
import {
  AssignmentRepository,
  ItemRepository,
  type RecommendationDetailRow,
  RecommendationRepository,
  journal,
  trackRollup,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentRecommendation } from './recommendation.presenter.js';

@Injectable()
export class ClaimRecommendation {
  constructor(
    private readonly items: ItemRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  /**
   * A member of the owning team becomes its owner. Whoever comes later gets `already_claimed` with the record as it stands:
   * that is looked at before the permission, since the team's members lose their part with the claim.
   */
  async execute(scope: WorkspaceScope, id: string): Promise<RecommendationDetailRow> {
    const { actor, workspace } = scope;
    await scope.transaction(async (tx) => {
      const item = await this.items.lock(tx, id, 'recommendation');
      requireOpen(item);
      const assigned = { ownerId: item.owner_id, teamId: item.team_id };
      const current = async () => presentRecommendation(scope, await this.recommendations.get(tx, actor.actorId, id));
      if (claimHindrance(assigned)) requireClaimable(assigned, await current());
      scope.demand('recommendation.claim', await this.items.parts(tx, id, actor.actorId));
      const won = await trackRollup(tx, [id], { at: actor.at, timeZone: workspace.timeZone }, () =>
        this.assignments.claim(tx, id, actor.actorId, actor.at),
      );
      if (!won) throw new Error('The lock on a claimed item was not held');
      await journal(tx, [
        {
          ...actor,
          type: 'recommendation.claimed',
          subject: { kind: 'recommendation', id },
          itemId: id,
          data: { ownerId: { from: null, to: actor.actorId }, teamId: { from: item.team_id, to: null } },
        },
      ]);
    });
    return this.recommendations.get(scope.read, actor.actorId, id);
  }
}
