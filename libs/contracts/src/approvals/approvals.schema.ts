import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { OfficialRecord, Rating } from '../recommendations/recommendations.schema.js';
import { listQuery } from '../shared/list.schema.js';
import { Problem } from '../shared/problem.schema.js';
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
    submissionHash: z.string(),
    submittedBy: MemberRef,
    member: MemberRef,
    /** For whom the reader would answer it; null where it is put to themselves, or they may not. */
    actingFor: MemberRef.nullable(),
    /** Who answered; another than `member` where somebody acted for them. */
    decidedBy: MemberRef.nullable(),
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
  /** What deciding here means, where it has to be signed. */
  signature: z.object({ meaning: z.record(z.string(), z.string()) }).nullable(),
  reasonRequiredFor: z.array(Verdict),
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

const decisionBasis = {
  verdict: Verdict,
  /** The member asked, where one answers for them. */
  onBehalfOf: Id.optional(),
  reason: prose(10_000).optional(),
  submissionHash: z.string().regex(/^[0-9a-f]{64}$/),
  verifiedRating: Rating.optional(),
  ratingReason: prose(5_000).optional(),
};
export const DecisionInput = z.strictObject({
  ...decisionBasis,
  /** Where the stage asks for a signature: the decider's own password, given anew. */
  signature: z.strictObject({ password: z.string().min(1).max(1_000) }).optional(),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

/** What is to be signed is decided alone: nobody signs a hundred times with one breath. */
export const BulkDecision = z.strictObject({ approvalId: Id, ...decisionBasis });
export type BulkDecision = z.infer<typeof BulkDecision>;

export const BulkDecisionsInput = z.strictObject({
  decisions: z
    .array(BulkDecision)
    .min(1)
    .max(100)
    .superRefine((decisions, context) => {
      const seen = new Set<string>();
      decisions.forEach(({ approvalId }, at) => {
        if (seen.has(approvalId))
          context.addIssue({ code: 'custom', path: [at, 'approvalId'], message: 'This approval is named before' });
        seen.add(approvalId);
      });
    }),
});
export type BulkDecisionsInput = z.infer<typeof BulkDecisionsInput>;

/** In the order asked; `status` and `problem` are what the single decision would have been answered with. */
export const BulkDecisionsResult = z
  .object({ results: z.array(z.object({ approvalId: Id, status: z.int(), problem: Problem.optional() })) })
  .meta({ id: 'BulkDecisionsResult' });
export type BulkDecisionsResult = z.infer<typeof BulkDecisionsResult>;
