import type {
  ApprovalState,
  BlockReason,
  DecisionChannel,
  LocalisedName,
  Rating,
  SignatureMethod,
  StageKind,
  StageRunState,
  TimerKind,
  TimerState,
  Verdict,
  WorkflowRunState,
} from '@uptake/contracts';
import type { SubmissionFacts } from './expressions/index.js';

/** The revision under judgement. Its hashes stand for its content, which the engine never sees. */
export interface JudgedRevision {
  readonly submissionId: string;
  /** 1, 2, 3, ... within the run. */
  readonly revision: number;
  readonly contentHash: string;
  /** Hash of each field by its name, for the stages that watch only some (`fieldHashes`). */
  readonly fieldHashes: Readonly<Record<string, string>>;
  readonly submitterId: string;
  /** Everybody who wrote any of it: editors of this revision and submitters and editors of those before it. */
  readonly editorIds: readonly string[];
  readonly reportedRating: Rating | null;
  /** What conditions may ask of it; the hashes above prove that it is what was handed in. */
  readonly facts: SubmissionFacts;
}

/** Why a stage was passed over: the route that held at `fromStageKey`, or null where none did and `otherwise` led to `to`. */
export interface SkipRule {
  readonly fromStageKey: string;
  readonly when: string | null;
  readonly to: string;
}

/** One stage in one round. `eligibleIds` and `required` are frozen at opening; only an amendment changes them. */
export interface StageRun {
  readonly id: string;
  readonly stageKey: string;
  readonly kind: StageKind;
  readonly round: number;
  readonly state: StageRunState;
  readonly required: number;
  readonly eligibleIds: readonly string[];
  /** Members whom an amendment added: asked although the stage's rules do not name them. */
  readonly appointedIds: readonly string[];
  /** Hash of what this stage judges: the whole content, or its watched fields. */
  readonly stageHash: string;
  /** Why an open stage cannot be approved as it stands; null when it can. */
  readonly blocked: BlockReason | null;
  /** The rule by which it was passed over, where it was. */
  readonly skippedBy: SkipRule | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** The question put to one member in one stage run. */
export interface ApprovalRequest {
  readonly id: string;
  readonly stageRunId: string;
  readonly memberId: string;
  readonly state: ApprovalState;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** One step of the deadline of one stage run. It acts once, or is cancelled when the stage is left before. */
export interface Timer {
  readonly id: string;
  readonly stageRunId: string;
  readonly kind: TimerKind;
  /** Its place among the steps of its kind in the definition, from 1. */
  readonly sequence: number;
  readonly fireAt: string;
  readonly state: TimerState;
  readonly closedAt: string | null;
}

/** Append-only. Whether it still counts follows from its stage run: `countedDecisions`. */
export interface Decision {
  readonly id: string;
  readonly requestId: string;
  readonly stageRunId: string;
  readonly stageKey: string;
  readonly round: number;
  readonly revision: number;
  readonly actorId: string;
  readonly onBehalfOfId: string | null;
  /** By which the actor answered for somebody else. */
  readonly delegationId: string | null;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly subjectHash: string;
  readonly stageHash: string;
  readonly verifiedRating: Rating | null;
  readonly ratingReason: string | null;
  readonly channel: DecisionChannel;
  readonly idempotencyKey: string | null;
  readonly signature: Signature | null;
  readonly at: string;
}

/** Under whose name, as what and how a decision was signed; when, is the decision's own time. */
export interface Signature {
  readonly name: string;
  readonly meaning: LocalisedName;
  readonly method: SignatureMethod;
}

/** Append-only, a kind of its own: somebody set a stage aside. It never counts as an approval. */
export interface Override {
  readonly id: string;
  readonly stageRunId: string;
  readonly stageKey: string;
  readonly round: number;
  readonly revision: number;
  readonly actorId: string;
  readonly reason: string;
  /** What was under judgement then. */
  readonly subjectHash: string;
  readonly at: string;
}

export interface Run {
  readonly id: string;
  readonly subjectId: string;
  readonly versionId: string;
  readonly versionHash: string;
  readonly state: WorkflowRunState;
  /** Raised whenever the run goes back; the current round of a stage may be lower than the run's. */
  readonly round: number;
  /** Raised by one by every command that changed something. */
  readonly lockVersion: number;
  /** Sequence of the last event, 1 for the first. */
  readonly lastSequence: number;
  readonly judged: JudgedRevision;
  readonly verifiedRating: Rating | null;
  readonly ratingReason: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** The whole state of one run as plain JSON, rows in the order in which they came to be. */
export interface RunSnapshot {
  readonly run: Run;
  readonly stageRuns: readonly StageRun[];
  readonly requests: readonly ApprovalRequest[];
  readonly decisions: readonly Decision[];
  readonly overrides: readonly Override[];
  readonly timers: readonly Timer[];
}
