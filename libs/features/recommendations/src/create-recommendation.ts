import { Injectable } from '@nestjs/common';
import type { RecommendationCreation } from '@uptake/contracts';
import { directionOf, namedIn } from '@uptake/domain';
import { type RecommendationDetailRow, RecommendationRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class CreateRecommendation {
  constructor(private readonly recommendations: RecommendationRepository) {}

  /** One written by hand, beside those that briefs bring. Parties and members must be of this workspace (`not_found`). */
  async execute(scope: WorkspaceScope, input: RecommendationCreation): Promise<RecommendationDetailRow> {
    scope.demand('recommendation.create');
    const { actor } = scope;
    const id = newId(actor.at);
    const { visibility, kind, priority, dueOn = null, addresseeIds } = input;
    const namedMemberIds = namedIn(visibility, input.namedMemberIds, scope.member);
    await scope.transaction(async (tx) => {
      const { reference } = await this.recommendations.insert(tx, {
        ...input,
        id,
        at: actor.at,
        timeZone: scope.workspace.timeZone,
        createdBy: actor.actorId,
        direction: directionOf(input.language),
        dueOn,
        namedMemberIds,
      });
      await journal(tx, [
        {
          ...actor,
          type: 'recommendation.created',
          subject: { kind: 'recommendation', id },
          itemId: id,
          data: { reference, kind, visibility, priority, dueOn, addresseeIds, namedMemberIds },
          personal: { title: input.title, text: input.text },
        },
      ]);
    });
    return this.recommendations.get(scope.read, scope.member.memberId, id);
  }
}
