import type { BlockReason, Rating, StageDeadline, StageKind } from '@uptake/contracts';
import type { Decision, JudgedRevision, Override, SkipRule, Timer } from './run-snapshot.js';
import type { Shortage } from './shortage.js';

/** On every event. `(runId, sequence)` is unique and serves as dedupe key; one command shares one `lockVersion`. */
export interface EventStamp {
  readonly runId: string;
  readonly sequence: number;
  readonly lockVersion: number;
  /** Who gave the command; null for time itself. */
  readonly actorId: string | null;
  readonly at: string;
}

interface StageRef {
  readonly stageRunId: string;
  readonly stageKey: string;
  readonly round: number;
}

interface RequestRef extends StageRef {
  readonly requestId: string;
  readonly memberId: string;
}

export interface OpenedRequest {
  readonly id: string;
  readonly memberId: string;
}

export type RunStarted = {
  readonly type: 'run.started';
  readonly subjectId: string;
  readonly versionId: string;
  readonly versionHash: string;
  readonly round: number;
  readonly judged: JudgedRevision;
};

/** Handed in although people are lacking; for the submitter and the managers. */
export type RunShortOfPeople = { readonly type: 'run.short-of-people'; readonly shortages: readonly Shortage[] };

/** A further revision is now the judged one; the stages that watch what it changes were voided before. */
export type RunRevised = { readonly type: 'run.revised'; readonly round: number; readonly judged: JudgedRevision };

/** A work stage and a gate open with nobody asked, `required` 0. */
export type StageOpened = StageRef & {
  readonly type: 'stage.opened';
  readonly kind: StageKind;
  readonly required: number;
  readonly eligibleIds: readonly string[];
  readonly stageHash: string;
  readonly requests: readonly OpenedRequest[];
};

/** An open stage can no longer be approved as it stands, or never could; the managers are told. */
export type StageBlocked = StageRef & {
  readonly type: 'stage.blocked';
  readonly reason: BlockReason;
  readonly required: number;
  /** Approvals given and requests still open. */
  readonly reachable: number;
};

export type StageUnblocked = StageRef & { readonly type: 'stage.unblocked' };

export type RequestDecided = RequestRef & { readonly type: 'request.decided'; readonly decision: Decision };

/** No answer is needed any more: others closed the stage, or a newer round replaced it. */
export type RequestSuperseded = RequestRef & {
  readonly type: 'request.superseded';
  readonly reason: 'stage_completed' | 'stage_overridden' | 'new_round';
};

export type RequestCancelled = RequestRef & {
  readonly type: 'request.cancelled';
  readonly reason: 'withdrawn' | 'cancelled' | 'member_inactive' | 'no_longer_eligible' | 'amended';
};

/** A rule that held led past the stage: nobody is asked, and it stands. */
export type StageSkipped = StageRef & {
  readonly type: 'stage.skipped';
  readonly kind: StageKind;
  readonly stageHash: string;
  readonly rule: SkipRule;
};

/** Nobody answered in time. */
export type RequestExpired = RequestRef & { readonly type: 'request.expired' };

interface TimerRef extends StageRef {
  readonly timerId: string;
  /** The timer's place among those of its kind in the stage, from 1. */
  readonly step: number;
}

/** A step of the stage's deadline will be due then. It is set when the stage opens and, like who is asked, stays as it was set. */
export type TimerSet = TimerRef & { readonly type: 'timer.set'; readonly kind: Timer['kind']; readonly fireAt: string };

/** The stage was left before the timer was due. */
export type TimerCancelled = TimerRef & { readonly type: 'timer.cancelled'; readonly kind: Timer['kind'] };

/** A timer acted: those who have not answered yet are reminded. */
export type StageReminded = TimerRef & { readonly type: 'stage.reminded'; readonly memberIds: readonly string[] };

/** A timer acted: these are told and, where the rung asks them, asked from now on. */
export type StageEscalated = TimerRef & {
  readonly type: 'stage.escalated';
  readonly memberIds: readonly string[];
  /** Requests opened, or opened again. */
  readonly added: readonly OpenedRequest[];
};

/** A timer acted: the stage's time is up. What follows of it has events of its own; after `escalate` nothing does. */
export type StageTimedOut = TimerRef & {
  readonly type: 'stage.timed-out';
  readonly outcome: StageDeadline['onTimeout'];
};

/** The stage left `open` because its time was up. */
export type StageExpired = StageRef & { readonly type: 'stage.expired' };

/** The stage left `open` by what was decided (or, a work stage, by being handed in, a gate by what it waited for), or was rejected because its time was up. */
export type StageCompleted = StageRef & {
  readonly type: 'stage.completed';
  readonly outcome: 'completed' | 'approved' | 'rejected' | 'changes_requested';
  /** The decisions that made it so. */
  readonly decisionIds: readonly string[];
};

/** The stage left `open` because somebody who may set it aside did; it stands, and approved nothing. */
export type StageOverridden = StageRef & { readonly type: 'stage.overridden'; readonly override: Override };

/** The stage left `open` because a newer round replaced it. */
export type StageSuperseded = StageRef & { readonly type: 'stage.superseded'; readonly decisionIds: readonly string[] };

/** The stage left `open` because the run ended by withdrawal, cancelling or a rejection elsewhere. */
export type StageCancelled = StageRef & { readonly type: 'stage.cancelled' };

/** A stage that stood (approved, handed in, passed over) no longer counts, nor do its decisions. */
export type StageVoided = StageRef & { readonly type: 'stage.voided'; readonly decisionIds: readonly string[] };

export type EligibilityAmended = StageRef & {
  readonly type: 'eligibility.amended';
  /** Requests opened, or opened again, for those added. */
  readonly added: readonly OpenedRequest[];
  readonly removedMemberIds: readonly string[];
  readonly requiredBefore: number;
  readonly required: number;
  readonly reason: string;
};

/** Back to the submitter. `round` is the new one; deciders of the old are void. */
export type RunChangesRequested = {
  readonly type: 'run.changes-requested';
  readonly fromStageKey: string;
  readonly toStageKey: string;
  readonly decisionId: string;
  readonly reason: string | null;
  readonly round: number;
};

/** A rejection sent the run back to a stage. */
export type RunReturned = {
  readonly type: 'run.returned';
  readonly fromStageKey: string;
  readonly toStageKey: string;
  /** Null where time rejected. */
  readonly decisionId: string | null;
  readonly reason: string | null;
  readonly round: number;
};

export type RunApproved = {
  readonly type: 'run.approved';
  readonly submissionId: string;
  readonly revision: number;
  readonly approvedHash: string;
  /** Every decision that counted. */
  readonly decisionIds: readonly string[];
  readonly reportedRating: Rating | null;
  readonly verifiedRating: Rating | null;
  readonly ratingReason: string | null;
};

export type RunRejected = {
  readonly type: 'run.rejected';
  readonly stageKey: string;
  /** Null where time rejected. */
  readonly decisionId: string | null;
  readonly reason: string | null;
};

/** The run stands under another version of its workflow now; what was decided counts on. `round` is the new one where somebody is asked anew. */
export type RunMigrated = {
  readonly type: 'run.migrated';
  readonly fromVersionId: string;
  readonly fromVersionHash: string;
  readonly versionId: string;
  readonly versionHash: string;
  readonly carriedDecisionIds: readonly string[];
  readonly round: number;
  readonly reason: string;
};

export type RunWithdrawn = { readonly type: 'run.withdrawn'; readonly reason: string | null };
/** Nobody decided in time. */
export type RunExpired = { readonly type: 'run.expired'; readonly stageKey: string };
export type RunCancelled = { readonly type: 'run.cancelled'; readonly reason: string };

export type WorkflowFact =
  | RunStarted
  | RunShortOfPeople
  | RunRevised
  | StageOpened
  | StageSkipped
  | StageBlocked
  | StageUnblocked
  | RequestDecided
  | RequestSuperseded
  | RequestCancelled
  | StageCompleted
  | StageOverridden
  | StageSuperseded
  | StageCancelled
  | StageVoided
  | EligibilityAmended
  | RunChangesRequested
  | RunReturned
  | RunApproved
  | RunRejected
  | RunMigrated
  | RunWithdrawn
  | RunCancelled
  | RunExpired
  | TimerSet
  | TimerCancelled
  | StageReminded
  | StageEscalated
  | StageTimedOut
  | StageExpired
  | RequestExpired;

/** What happened, with its stamp. Everything that a shell has to write can be read off these. */
export type WorkflowEvent = EventStamp & WorkflowFact;
export type WorkflowEventType = WorkflowFact['type'];
