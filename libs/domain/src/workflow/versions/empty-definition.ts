import type { DraftDefinition, LocalisedName, SubmissionKind } from '@uptake/contracts';
import { updateReview } from '../shipped/update-review.js';

/** What every workflow has and nobody needs to think about: where the submission is written, and where it comes onto the record. */
export function emptyDefinition(key: string, name: LocalisedName, subject: SubmissionKind): DraftDefinition {
  const [write] = updateReview().stages;
  const end = updateReview().stages.at(-1);
  if (!write || !end) throw new Error('The shipped review has no beginning or end');
  const writing = subject === 'update' ? write.name : { en: 'Write the submission', ar: 'إعداد الطلب' };
  return {
    format: 1,
    key,
    name,
    subjects: [subject],
    stages: [
      { ...write, name: writing, order: 1 },
      { ...end, order: 2 },
    ],
  };
}
