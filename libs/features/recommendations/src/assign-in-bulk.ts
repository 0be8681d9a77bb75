import { Injectable } from '@nestjs/common';
import type { BulkAssignment, BulkResult } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type WorkspaceScope, problemStatus } from '@uptake/platform';
import { AssignRecommendation } from './assign-recommendation.js';

@Injectable()
export class AssignInBulk {
  constructor(private readonly assign: AssignRecommendation) {}

  /** As many single assignments, each whole or not at all, each with its own result in the order asked. */
  async execute(scope: WorkspaceScope, { ids, assignment }: BulkAssignment): Promise<BulkResult> {
    const results: BulkResult['results'] = [];
    for (const id of new Set(ids)) results.push(await this.one(scope, id, assignment));
    return { results };
  }

  private async one(
    scope: WorkspaceScope,
    id: string,
    assignment: BulkAssignment['assignment'],
  ): Promise<BulkResult['results'][number]> {
    try {
      await this.assign.execute(scope, id, assignment);
      return { id, status: 200 };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, status: problemStatus[error.code], code: error.code };
    }
  }
}
