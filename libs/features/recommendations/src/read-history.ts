import { Injectable } from '@nestjs/common';
import type { RecommendationHistoryQuery } from '@uptake/contracts';
import { type ListedPage, type OfficialRecordRow, RecommendationRecordRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ReadHistory {
  constructor(private readonly records: RecommendationRecordRepository) {}

  /** The official records, newest first. Throws `not_found`. */
  execute(
    scope: WorkspaceScope,
    id: string,
    query: RecommendationHistoryQuery,
  ): Promise<ListedPage<OfficialRecordRow>> {
    return this.records.history(scope.read, id, query);
  }
}
