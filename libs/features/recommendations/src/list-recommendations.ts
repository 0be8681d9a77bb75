import { Injectable } from '@nestjs/common';
import type { RecommendationListQuery } from '@uptake/contracts';
import { calendarDay } from '@uptake/domain';
import { type ListedPage, RecommendationRepository, type RecommendationRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListRecommendations {
  constructor(private readonly recommendations: RecommendationRepository) {}

  execute(scope: WorkspaceScope, query: RecommendationListQuery): Promise<ListedPage<RecommendationRow>> {
    return this.recommendations.list(
      scope.read,
      scope.member.memberId,
      query,
      calendarDay(scope.now(), scope.workspace.timeZone),
    );
  }
}
