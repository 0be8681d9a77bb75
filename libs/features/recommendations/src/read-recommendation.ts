import { Injectable } from '@nestjs/common';
import { type RecommendationDetailRow, RecommendationRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ReadRecommendation {
  constructor(private readonly recommendations: RecommendationRepository) {}

  /** Throws `not_found`, for one the reader may not see too. */
  execute(scope: WorkspaceScope, id: string): Promise<RecommendationDetailRow> {
    return this.recommendations.get(scope.read, scope.member.memberId, id);
  }
}
