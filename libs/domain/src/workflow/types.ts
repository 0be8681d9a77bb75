import type { Rating, WorkflowDefinition, WorkflowRefusalCode, WorkflowVersionState } from '@uptake/contracts';
import type { Delegation } from './delegation.js';
import type { WorkflowEvent } from './events.js';
import type { ItemFacts } from './expressions/index.js';
import type { MigrationProblem } from './plan-migration.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { Shortage } from './shortage.js';

export type * from './commands.js';
export type * from './delegation.js';
export type * from './events.js';
export type * from './run-snapshot.js';
export type { Shortage } from './shortage.js';

/** A template as it is stored. Its `hash` is `definitionHash(definition)`. The engine proves that once for each
 * definition object and freezes it: a shell does well to keep versions in memory by id, as they never change. */
export interface WorkflowVersion {
  readonly id: string;
  readonly number: number;
  readonly state: WorkflowVersionState;
  readonly hash: string;
  readonly definition: WorkflowDefinition;
}

/** Who is who at this instant; the part of the context that the explaining functions need too. */
export type PeopleNow = Pick<WorkflowContext, 'eligible' | 'activeMemberIds' | 'escalation' | 'item'>;

/** Something that the item judged waits for, and whether it is there. */
export interface GateNow {
  readonly id: string;
  readonly isMet: boolean;
}

/** What it takes beside to say who may answer a request: for whom one acts depends on the instant. */
export type DecidersNow = PeopleNow & Pick<WorkflowContext, 'now' | 'delegations'>;

/**
 * All that the engine may know beside the version, the run and the command. Nothing here is read from a clock, a
 * database or a random source by the engine itself, so the same inputs give the same outcome.
 */
export interface WorkflowContext {
  /** UTC instant, ISO 8601; becomes the time of every event of this command. */
  readonly now: string;
  /** Ids of the rows that the command makes, in the order in which it asks. */
  readonly nextId: () => string;
  /** The instant at which this many working days from `now` are over: the engine reads no calendar. */
  readonly afterWorkingDays: (workingDays: number) => string;
  /** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. */
  readonly sha256: (text: string) => string;
  /**
   * Per key of every approval stage: whom its rules name at this instant, resolved inside the transaction. A stage
   * that is missing is a fault of the caller and throws; an empty list is an answer, and blocks.
   */
  readonly eligible: Readonly<Record<string, readonly string[]>>;
  /** Those of the people concerned (asked, eligible, acting) who are active now; whoever is not listed is not. */
  readonly activeMemberIds: readonly string[];
  /** The item judged, for the routes; null where nothing is known of it. */
  readonly item: ItemFacts | null;
  /** All that the item waits for now; a gate stage passes when every one of them is met. */
  readonly gates: readonly GateNow[];
  /** Who acts for whom, of those acting or acted for in this command. Not the revoked ones; window and scope are judged by the engine. */
  readonly delegations: readonly Delegation[];
  /** Per key of each stage that may be set aside: whom its `overridableBy` names at this instant. A missing stage names nobody. */
  readonly overriders: Readonly<Record<string, readonly string[]>>;
  /** Per key of every stage with a ladder: whom each of its rungs names at this instant. Only `tick` asks, and then throws without. */
  readonly escalation?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** A run of the same subject and workflow that is under way, where `submit` would start another. */
  readonly otherActiveRunId: string | null;
}

/** Facts that make a refusal readable; which of them are there depends on the code. */
export interface WorkflowRefusalDetails {
  readonly runId?: string;
  readonly runState?: string;
  /** When the timer will be due. */
  readonly fireAt?: string;
  readonly stageKey?: string;
  readonly stageState?: string;
  readonly requestState?: string;
  /** The round and hash that stand now, where the caller's were stale. */
  readonly round?: number;
  readonly contentHash?: string;
  readonly revision?: number;
  readonly memberIds?: readonly string[];
  readonly verdict?: string;
  readonly shortages?: readonly Shortage[];
  readonly reportedRating?: Rating | null;
  /** Why the run cannot be carried over to the other version. */
  readonly migration?: readonly MigrationProblem[];
  /** The decision that stands on a request already decided. */
  readonly decisionId?: string;
}

export interface WorkflowRefusal {
  readonly code: WorkflowRefusalCode;
  readonly details: WorkflowRefusalDetails;
}

export interface CommandApplied {
  readonly ok: true;
  readonly state: RunSnapshot;
  /** What happened, in order; folding them with `evolve` over the state before gives `state`. */
  readonly events: readonly WorkflowEvent[];
  /** The decision taken, or on a replay the one taken then; null for the other commands. */
  readonly decisionId: string | null;
  /** True when the idempotency key was met before: nothing happened now, `events` is empty. */
  readonly isReplay: boolean;
}

export interface CommandRefused {
  readonly ok: false;
  readonly refusal: WorkflowRefusal;
}

export type WorkflowOutcome = CommandApplied | CommandRefused;
