import { trackRollup } from '../../rollups/track-rollup.js';
import type { Transaction } from '../../tenancy/transaction.js';
import { INSERT_RECOMMENDATION, type NewRecommendation, recommendationValues } from './new-recommendation.js';

export class RecommendationRepository {
  /**
   * Makes a recommendation with its reference, addressees, statements and named people, and counts it in the rollups
   * (so the caller must not). The caller writes `recommendation.created`. An id that is not of this workspace fails its foreign key.
   */
  insert(tx: Transaction, made: NewRecommendation): Promise<{ id: string; reference: string }> {
    return trackRollup(tx, [made.id], made, async () => {
      const row = await tx.one<{ reference: string }>(INSERT_RECOMMENDATION, recommendationValues(tx.workspaceId, made));
      if (!row) throw new Error('A recommendation was made without a reference');
      return { id: made.id, reference: row.reference };
    });
  }
}
