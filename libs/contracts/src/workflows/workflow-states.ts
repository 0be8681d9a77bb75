import { z } from 'zod';

export const workflowVersionStates = ['draft', 'published', 'retired'] as const;
export const WorkflowVersionState = z.enum(workflowVersionStates);
export type WorkflowVersionState = z.infer<typeof WorkflowVersionState>;

/** `active` and `changes_requested` are under way; the others absorb. */
export const workflowRunStates = [
  'active',
  'changes_requested',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
  'expired',
] as const;
export const WorkflowRunState = z.enum(workflowRunStates);
export type WorkflowRunState = z.infer<typeof WorkflowRunState>;

/**
 * `completed` is a work stage handed in; `superseded` a stage, open or approved, that a newer round replaced;
 * `overridden` one that somebody set aside, who may: it stands and is no approval; `skipped` one that a recorded rule passed over.
 */
export const stageRunStates = [
  'open',
  'completed',
  'approved',
  'overridden',
  'rejected',
  'changes_requested',
  'skipped',
  'superseded',
  'cancelled',
  'expired',
] as const;
export const StageRunState = z.enum(stageRunStates);
export type StageRunState = z.infer<typeof StageRunState>;

/** How somebody who signs proves who they are. */
export const signatureMethods = ['password'] as const;
export const SignatureMethod = z.enum(signatureMethods);
export type SignatureMethod = z.infer<typeof SignatureMethod>;

/** What a step of a deadline does when its time has come. */
export const timerKinds = ['reminder', 'escalation', 'timeout'] as const;
export const TimerKind = z.enum(timerKinds);
export type TimerKind = z.infer<typeof TimerKind>;

/** `fired` once it has acted, `cancelled` where the stage was left before; both are for good. */
export const timerStates = ['set', 'fired', 'cancelled'] as const;
export const TimerState = z.enum(timerStates);
export type TimerState = z.infer<typeof TimerState>;

/** Where a decision was taken. */
export const decisionChannels = ['web', 'api', 'mail'] as const;
export const DecisionChannel = z.enum(decisionChannels);
export type DecisionChannel = z.infer<typeof DecisionChannel>;

/** Why an open stage cannot be approved as it stands; managers are told. */
export const blockReasons = ['nobody_eligible', 'too_few_eligible', 'quorum_out_of_reach'] as const;
export const BlockReason = z.enum(blockReasons);
export type BlockReason = z.infer<typeof BlockReason>;
