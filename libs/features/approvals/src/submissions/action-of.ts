import type { Action, SubmissionKind } from '@uptake/contracts';

/** What handing in a submission of this kind is in the permission table: closing is for those who may close, whatever their part. */
export const actionOf = (kind: SubmissionKind): Action =>
  kind === 'closing' ? 'recommendation.close' : 'submission.submit';
