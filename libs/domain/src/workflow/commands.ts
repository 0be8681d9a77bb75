import type { DecisionChannel, Rating, Verdict } from '@uptake/contracts';
import type { JudgedRevision, Signature } from './run-snapshot.js';
import type { WorkflowVersion } from './types.js';

/** Starts a run on the first revision; the state before is null. */
export interface SubmitCommand {
  readonly type: 'submit';
  readonly runId: string;
  readonly subjectId: string;
  readonly judged: JudgedRevision;
  /** Hand in although some stage lacks people; the shortage is then recorded and shown instead of refused. */
  readonly acceptShortage: boolean;
}

/**
 * Hands in a further revision: after changes were requested, or while stages are under way, which voids those that watch what it
 * changes.
 */
export interface ResubmitCommand {
  readonly type: 'resubmit';
  readonly judged: JudgedRevision;
  readonly acceptShortage: boolean;
}

export interface DecideCommand {
  readonly type: 'decide';
  readonly requestId: string;
  readonly actorId: string;
  readonly onBehalfOfId: string | null;
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** Content hash and round that the decider had before their eyes. */
  readonly subjectHash: string;
  readonly round: number;
  readonly verifiedRating: Rating | null;
  readonly ratingReason: string | null;
  readonly channel: DecisionChannel;
  readonly idempotencyKey: string | null;
  /** The actor proved anew, in this very request, who they are; null where they did not. */
  readonly signature: Pick<Signature, 'name' | 'method'> | null;
}

/** Sets an open approval stage aside, by those whom the stage names for it. */
export interface OverrideCommand {
  readonly type: 'override';
  readonly actorId: string;
  readonly stageRunId: string;
  readonly reason: string;
}

/** The submitter takes it back. */
export interface WithdrawCommand {
  readonly type: 'withdraw';
  readonly actorId: string;
  readonly reason: string | null;
}

/** Ends the run from outside (the item was closed, a manager stopped it); who may is for the permission table. */
export interface CancelCommand {
  readonly type: 'cancel';
  readonly actorId: string;
  readonly reason: string;
}

/** Cancels the open requests of members who are inactive or no longer eligible; to follow every such change. */
export interface RecheckEligibilityCommand {
  readonly type: 'recheck-eligibility';
  readonly actorId: string;
}

/** The only way in which the people asked, and with them the required count, change while a stage is open. */
export interface AmendEligibilityCommand {
  readonly type: 'amend-eligibility';
  readonly actorId: string;
  readonly stageRunId: string;
  readonly addMemberIds: readonly string[];
  readonly removeMemberIds: readonly string[];
  readonly reason: string;
}

/** Passes the open gates if nothing is waited for any more; to follow every move of what a gate waits for. */
export interface RecheckGatesCommand {
  readonly type: 'recheck-gates';
  /** Null where a day has come. */
  readonly actorId: string | null;
}

/** Carries the run over to the version that the engine is handed; `from` is the one it stands under. */
export interface MigrateCommand {
  readonly type: 'migrate';
  readonly actorId: string;
  readonly from: WorkflowVersion;
  readonly reason: string;
}

/** Lets a timer act whose time has come; given by time itself, nobody stands behind it. */
export interface TickCommand {
  readonly type: 'tick';
  readonly timerId: string;
}

export type WorkflowCommand =
  | SubmitCommand
  | ResubmitCommand
  | DecideCommand
  | OverrideCommand
  | WithdrawCommand
  | CancelCommand
  | RecheckEligibilityCommand
  | AmendEligibilityCommand
  | RecheckGatesCommand
  | MigrateCommand
  | TickCommand;
