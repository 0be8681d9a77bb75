import type { DraftDefinition } from '@uptake/contracts';
import { updateReview } from '../../shipped/update-review.js';

/** The update review as a draft begun from it. */
export const reviewDraft = (): DraftDefinition => structuredClone(updateReview()) as DraftDefinition;
