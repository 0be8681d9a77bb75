import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { OfficialRecord, Rating } from '../recommendations/recommendations.schema.js';
import { listQuery } from '../shared/list.schema.js';
import { ItemRef, MemberRef } from '../shared/references.schema.js';
import { Id, Instant, prose } from '../shared/scalars.schema.js';
import { Submission, SubmissionKind } from '../submissions/submissions.schema.js';

export const approvalStates = ['open', 'decided', 'superseded', 'cancelled', 'expired'] as const;
export const ApprovalState = z.enum(approvalStates);
export type ApprovalState = z.infer<typeof ApprovalState>;
export const verdicts = ['approve', 'request_changes', 'reject', 'abstain'] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

export const ApprovalSummary = z
  .object({
    id: Id,
    state: ApprovalState,
    stage: z.object({ key: z.string(), name: z.record(z.string(), z.string()) }),
    round: z.int(),
    revision: z.int(),
    item: ItemRef,
    submissionId: Id,
    submissionKind: SubmissionKind,
    submittedBy: MemberRef,
    member: MemberRef,
    openedAt: Instant,
    decidedAt: Instant.nullable(),
    verdict: Verdict.nullable(),
    abilities: Abilities,
  })
  .meta({ id: 'ApprovalSummary' });
export type ApprovalSummary = z.infer<typeof ApprovalSummary>;

/** Everything the review screen needs in one answer. */
export const Approval = ApprovalSummary.extend({
  rates: z.boolean(),
  reasonRequiredFor: z.array(Verdict),
  submissionHash: z.string(),
  submission: Submission,
  official: OfficialRecord.nullable(),
  lastSeenByMe: z
    .object({
      revision: z.int(),
      submission: Submission.pick({ narrative: true, progress: true, rating: true, fields: true }),
    })
    .nullable(),
}).meta({ id: 'Approval', description: 'official: the record in force; lastSeenByMe: the revision I last decided on' });
export type Approval = z.infer<typeof Approval>;

export const ApprovalListQuery = listQuery({
  mine: z.stringbool().optional(),
  state: ApprovalState.optional(),
  item: Id.optional(),
});
export type ApprovalListQuery = z.infer<typeof ApprovalListQuery>;

export const DecisionInput = z.strictObject({
  verdict: Verdict,
  reason: prose(10_000).optional(),
  submissionHash: z.string().regex(/^[0-9a-f]{64}$/),
  verifiedRating: Rating.optional(),
  ratingReason: prose(5_000).optional(),
});
export type DecisionInput = z.infer<typeof DecisionInput>;
