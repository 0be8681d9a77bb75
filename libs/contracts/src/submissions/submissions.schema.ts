import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { Evidence } from '../evidence/evidence.schema.js';
import { Rating } from '../recommendations/recommendations.schema.js';
import { listQuery } from '../shared/list.schema.js';
import { ItemRef, MemberRef } from '../shared/references.schema.js';
import { Id, Instant, prose } from '../shared/scalars.schema.js';

export const submissionKinds = ['update', 'response', 'extension', 'closing'] as const;
export const SubmissionKind = z.enum(submissionKinds);
export type SubmissionKind = z.infer<typeof SubmissionKind>;

export const submissionStates = [
  'in_review',
  'changes_requested',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
  'expired',
  'superseded',
] as const;
export const SubmissionState = z.enum(submissionStates);
export type SubmissionState = z.infer<typeof SubmissionState>;

export const SubmissionInput = z.strictObject({
  kind: SubmissionKind.default('update'),
  narrative: prose(50_000).min(1),
  fields: z.record(z.string().max(100), z.unknown()).default({}),
  progress: z.int().min(0).max(100).optional(),
  rating: Rating.optional(),
  evidenceIds: z.array(Id).max(50).default([]),
  /** The version of the official record this was written against. */
  baseVersion: z.int().min(0),
  /** Hand in although some stage has too few people: it then waits there, and the managers are told. */
  acceptShortage: z.boolean().optional(),
  /**
   * The submission under review whose place this revision takes: stages that watch what it changes begin again, the others go on.
   * Without it, a submission under review stands in the way.
   */
  revises: Id.optional(),
});
export type SubmissionInput = z.infer<typeof SubmissionInput>;

/** `current` of `too_few_eligible` and `nobody_eligible`: together, the stages need `required` different people and have `available`. */
export const PeopleLacking = z
  .object({
    shortages: z.array(
      z.object({
        stages: z.array(z.object({ key: z.string(), name: z.record(z.string(), z.string()) })),
        required: z.int(),
        available: z.int(),
        couldBeAdded: z.array(MemberRef),
      }),
    ),
  })
  .meta({ id: 'PeopleLacking', description: 'couldBeAdded: at most 20, whom a manager may ask in their place' });
export type PeopleLacking = z.infer<typeof PeopleLacking>;

export const SubmissionListQuery = listQuery({});

/** A reason is welcome, not asked for; the body may be left out. */
export const WithdrawalInput = z.strictObject({ reason: prose(5_000).optional() }).prefault({});
export type WithdrawalInput = z.infer<typeof WithdrawalInput>;

/** Ends the review from outside; the reason is what its writers are told. */
export const CancellationInput = z.strictObject({ reason: prose(5_000).min(1) });
export type CancellationInput = z.infer<typeof CancellationInput>;

/** Changes who is asked at a stage that is open. Who has decided there stays; the required count follows the stage's own rule. */
export const AmendmentInput = z.strictObject({
  stageKey: z.string().max(40),
  addMemberIds: z.array(Id).max(50).default([]),
  removeMemberIds: z.array(Id).max(50).default([]),
  reason: prose(5_000).min(1),
});
export type AmendmentInput = z.infer<typeof AmendmentInput>;

/** Sets an open stage aside; the reason stands in the record for everybody. */
export const OverrideInput = z.strictObject({ stageKey: z.string().max(40), reason: prose(5_000).min(1) });
export type OverrideInput = z.infer<typeof OverrideInput>;

export const StageProgress = z
  .object({
    key: z.string(),
    name: z.record(z.string(), z.string()),
    kind: z.enum(['work', 'approval', 'gate', 'end']),
    state: z.enum([
      'waiting',
      'open',
      'blocked',
      'approved',
      'overridden',
      'skipped',
      'changes_requested',
      'rejected',
      'cancelled',
      'expired',
      'superseded',
    ]),
    /** Stages with the same group open together and join when all of them stand. */
    group: z.string().nullable(),
    /** The condition by which it was passed over; null where none held and the way simply led elsewhere, and where it was not. */
    skippedBy: z.object({ fromStageKey: z.string(), when: z.string().nullable(), to: z.string() }).nullable(),
    /** As things stand, a rule will lead past it. */
    isPassedOver: z.boolean(),
    required: z.int().nullable(),
    approvals: z.int(),
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    escalatedAt: Instant.nullable(),
    asked: z.array(z.object({ approvalId: Id, member: MemberRef, state: z.string() })),
    couldDecide: z.array(MemberRef),
    /** Who set the stage aside, why and when; null where nobody did. */
    /** Whether the reader may set it aside now. */
    overridable: z.boolean(),
    override: z.object({ actor: MemberRef, reason: z.string(), at: Instant }).nullable(),
  })
  .meta({
    id: 'StageProgress',
    description:
      'couldDecide: who would be asked when a stage that waits opens; dueAt: when its time is up, null without a deadline; escalatedAt: when others were last told or asked because nobody had decided',
  });
export type StageProgress = z.infer<typeof StageProgress>;

export const DecisionView = z
  .object({
    id: Id,
    approvalId: Id,
    stageKey: z.string(),
    round: z.int(),
    revision: z.int(),
    actor: MemberRef,
    onBehalfOf: MemberRef.nullable(),
    verdict: z.enum(['approve', 'request_changes', 'reject', 'abstain']),
    reason: z.string().nullable(),
    verifiedRating: Rating.nullable(),
    ratingReason: z.string().nullable(),
    /** As what it was signed, in whose name and how, where the stage asks for a signature. */
    signature: z
      .object({ name: z.string(), meaning: z.record(z.string(), z.string()), method: z.enum(['password']) })
      .nullable(),
    voided: z.boolean(),
    at: Instant,
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof DecisionView>;

export const OverrideView = z
  .object({
    id: Id,
    stageKey: z.string(),
    round: z.int(),
    revision: z.int(),
    actor: MemberRef,
    reason: z.string(),
    voided: z.boolean(),
    at: Instant,
  })
  .meta({ id: 'Override' });
export type OverrideView = z.infer<typeof OverrideView>;

export const RunView = z
  .object({
    id: Id,
    workflow: z.object({ key: z.string(), name: z.record(z.string(), z.string()), version: z.int() }),
    state: z.enum(['active', 'changes_requested', 'approved', 'rejected', 'withdrawn', 'cancelled', 'expired']),
    round: z.int(),
    stages: z.array(StageProgress),
    decisions: z.array(DecisionView),
    /** Stages that were set aside, of all rounds: none of them is a decision. */
    overrides: z.array(OverrideView),
  })
  .meta({ id: 'Run' });
export type RunView = z.infer<typeof RunView>;

export const Submission = z
  .object({
    id: Id,
    item: ItemRef,
    kind: SubmissionKind,
    revision: z.int(),
    state: SubmissionState,
    narrative: z.string(),
    fields: z.record(z.string(), z.unknown()),
    progress: z.int().nullable(),
    rating: Rating.nullable(),
    evidence: z.array(Evidence),
    baseVersion: z.int(),
    hash: z.string(),
    submittedBy: MemberRef,
    submittedAt: Instant,
    revisions: z.array(z.object({ id: Id, revision: z.int(), submittedAt: Instant, submittedBy: z.string() })),
    run: RunView,
    abilities: Abilities,
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof Submission>;
