import { z } from 'zod';
import { Role } from '../access/access.schema.js';
import { Verdict } from '../approvals/approvals.schema.js';
import { SubmissionKind } from '../submissions/submissions.schema.js';

export * from './workflow-states.js';
export * from './workflow-refusals.js';

// Nothing here has a default: a published definition must say all of itself, so that a default changed later
// cannot change what an old version means. What is optional is simply not there where it is absent.

export const stageKinds = ['work', 'approval', 'gate', 'end'] as const;
export const StageKind = z.enum(stageKinds);
export type StageKind = z.infer<typeof StageKind>;

export const StageKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .meta({ description: 'Lower-case name of a stage, unique in its definition' });

export const LocalisedName = z
  .strictObject({ en: z.string().trim().min(1).max(120), ar: z.string().trim().min(1).max(120).optional() })
  .meta({ description: 'A name by language; English is always there' });
export type LocalisedName = z.infer<typeof LocalisedName>;

/**
 * A condition in CEL (cel.dev), at most 2,000 characters; the variables depend on where it stands. Types and names are checked
 * when the definition is saved, by `checkExpression` in domain.
 */
export const Expression = z.string().trim().min(1).max(2_000);

/** How many approvals close a stage; the number is worked out from the eligible people and frozen when the stage opens. */
export const Quorum = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('n'), count: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('percent'), percent: z.int().min(1).max(100) }),
]);
export type Quorum = z.infer<typeof Quorum>;

/** Who may be asked. A stage lists several rules; whom any of them names is eligible. */
export const EligibilityRule = z.union([
  z.strictObject({ role: Role }),
  z.strictObject({ team: z.uuid() }),
  z.strictObject({ members: z.array(z.uuid()).min(1).max(100) }),
  z.strictObject({ ownerOf: z.enum(['item', 'parent']) }),
  /** Whom the member's own record names as their manager: that of the item's owner, or of who handed in. */
  z.strictObject({ managerOf: z.enum(['owner', 'submitter']) }),
  /** Every member of whom it is true; knows `member`, `item` and `submission`. */
  z.strictObject({ where: Expression }),
]);
export type EligibilityRule = z.infer<typeof EligibilityRule>;

/** People whom an approval stage leaves out because of their part in the revision it judges. */
export const Exclusion = z.enum(['submitter', 'editors']);
export type Exclusion = z.infer<typeof Exclusion>;

export const OnReject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('end') }),
  z.strictObject({ kind: z.literal('return'), stage: StageKey }),
]);
export type OnReject = z.infer<typeof OnReject>;

/** One rung of the ladder: whom it tells, and whether they are asked from then on beside those asked already. */
export const Escalation = z.strictObject({
  afterWorkingDays: z.int().min(1).max(365),
  to: z.array(EligibilityRule).min(1).max(20),
  asksThem: z.boolean(),
});
export type Escalation = z.infer<typeof Escalation>;

/** Counted in working days of the workspace's calendar from the opening of the stage. A timeout never approves. */
export const StageDeadline = z.strictObject({
  workingDays: z.int().min(1).max(365),
  remindAfter: z.array(z.int().min(1).max(365)).max(10),
  /** `escalate` leaves the stage open: the ladder alone acts. */
  onTimeout: z.enum(['escalate', 'expire', 'reject']),
  escalations: z.array(Escalation).max(10).optional(),
});
export type StageDeadline = z.infer<typeof StageDeadline>;

/**
 * Where the way goes on from a stage that stands: the first route whose condition holds, else `otherwise`. Stages between are
 * skipped, by a record of the rule that held. Routes lead forward only; without them the next stage in order follows.
 */
export const Onward = z.strictObject({
  routes: z
    .array(z.strictObject({ when: Expression, to: StageKey }))
    .min(1)
    .max(20),
  otherwise: StageKey,
});
export type Onward = z.infer<typeof Onward>;

const stageBasis = { key: StageKey, name: LocalisedName, order: z.int().min(1).max(1000) };

/** The submitter (re)writes the submission; completed by handing it in. */
export const WorkStage = z.strictObject({ ...stageBasis, kind: z.literal('work'), onward: Onward.optional() });
export type WorkStage = z.infer<typeof WorkStage>;

export const ApprovalStage = z.strictObject({
  ...stageBasis,
  kind: z.literal('approval'),
  eligibility: z.array(EligibilityRule).min(1).max(20),
  quorum: Quorum,
  /** One `reject` closes the stage, whatever the approvals. */
  veto: z.boolean(),
  /** Stages whose deciders may not decide here, nor those of this stage there. */
  separateFrom: z.array(StageKey).max(50),
  excludes: z.array(Exclusion),
  verdicts: z.array(Verdict).min(1),
  reasonRequiredFor: z.array(Verdict),
  /** Fields of the submission this stage judges; null: all of it. */
  watchedFields: z.array(z.string().min(1).max(200)).max(200).nullable(),
  onReject: OnReject,
  /** The work stage to which `request_changes` returns; null where that verdict is not offered. */
  requestChanges: z.strictObject({ returnTo: StageKey }).nullable(),
  /** Approving here sets the verified rating; the last decider's stands. */
  rates: z.boolean(),
  /**
   * Stages of one group stand next to each other in the order, open together and join once, when all of them stand. `onward`
   * is written on the last of them and read at the join.
   */
  parallelGroup: StageKey.optional(),
  deadline: StageDeadline.optional(),
  onward: Onward.optional(),
  /** Deciding here means signing: the password is asked for again, and name, time and this meaning are kept. */
  signature: z.strictObject({ meaning: LocalisedName }).optional(),
  /** Who may, with a reason, set the stage aside: a verdict of its own, never an approval. */
  overridableBy: z.array(EligibilityRule).min(1).max(20).optional(),
});
export type ApprovalStage = z.infer<typeof ApprovalStage>;

/** Waits for other items; which ones belongs to the item, not to the template. */
export const GateStage = z.strictObject({ ...stageBasis, kind: z.literal('gate'), onward: Onward.optional() });
export type GateStage = z.infer<typeof GateStage>;

/** Reaching it approves the run. */
export const EndStage = z.strictObject({ ...stageBasis, kind: z.literal('end') });
export type EndStage = z.infer<typeof EndStage>;

export const WorkflowStage = z.discriminatedUnion('kind', [WorkStage, ApprovalStage, GateStage, EndStage]);
export type WorkflowStage = z.infer<typeof WorkflowStage>;

/** One version of a workflow as data. Its shape is checked here, its sense by `validateDefinition` in domain. */
export const WorkflowDefinition = z
  .strictObject({
    format: z.literal(1),
    key: StageKey,
    name: LocalisedName,
    subjects: z.array(SubmissionKind).min(1),
    stages: z.array(WorkflowStage).min(1).max(50),
  })
  .meta({ id: 'WorkflowDefinition' });
export type WorkflowDefinition = z.infer<typeof WorkflowDefinition>;
