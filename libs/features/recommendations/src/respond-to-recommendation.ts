import { Injectable } from '@nestjs/common';
import type { ResponseInput } from '@uptake/contracts';
import { keptResponse } from '@uptake/domain';
import { type RecommendationDetailRow, RecommendationRepository, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { HoldRecommendation } from './hold-recommendation.js';

@Injectable()
export class RespondToRecommendation {
  constructor(
    private readonly hold: HoldRecommendation,
    private readonly recommendations: RecommendationRepository,
  ) {}

  /** A later response replaces an earlier one, which stays readable in the activity. Errors as `HoldRecommendation` throws them. */
  async execute(scope: WorkspaceScope, id: string, input: ResponseInput): Promise<RecommendationDetailRow> {
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      await this.hold.execute(tx, scope, id, 'recommendation.respond', input.version);
      const before = await this.recommendations.get(tx, actor.actorId, id);
      const kept = keptResponse(input);
      await this.recommendations.setResponse(tx, id, { ...kept, respondedBy: actor.actorId }, actor.at);
      const { response, ...words } = kept;
      await journal(tx, [
        {
          ...actor,
          type: 'recommendation.responded',
          subject: { kind: 'recommendation', id },
          itemId: id,
          data: { response: { from: before.response, to: response } },
          personal: words,
        },
      ]);
    });
    return this.recommendations.get(scope.read, actor.actorId, id);
  }
}
