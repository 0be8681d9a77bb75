import type { BlockReason, LocalisedName, StageKind, StageRunState, WorkflowStage } from '@uptake/contracts';
import { askableNow } from './eligibility.js';
import { stagesAhead } from './routes.js';
import type { ApprovalRequest, Decision, Override, RunSnapshot, SkipRule, StageRun } from './run-snapshot.js';
import { judgedRunOf } from './separation.js';
import { isStanding, latestStageRun, stagesInOrder, stepOf } from './stage-order.js';
import { dueAt, escalatedAt } from './timers.js';
import type { PeopleNow, WorkflowVersion } from './types.js';

/** One stage as the stepper and the review screen show it: its latest round, or who would be asked. */
export interface StageExplanation {
  readonly key: string;
  readonly name: LocalisedName;
  readonly kind: StageKind;
  /** `waiting`: not yet opened, or to be opened again in this round. */
  readonly state: 'waiting' | StageRunState;
  readonly blocked: BlockReason | null;
  /** The rule that led past it, where one did. */
  readonly skippedBy: SkipRule | null;
  readonly stageRunId: string | null;
  readonly round: number | null;
  readonly required: number | null;
  readonly approvals: number;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** When its time is up; null without a deadline. */
  readonly dueAt: string | null;
  /** When it was last escalated. */
  readonly escalatedAt: string | null;
  /** Decisions taken in that round of the stage. */
  readonly decisions: readonly Decision[];
  readonly requests: readonly ApprovalRequest[];
  /** Who set it aside in that round; null where nobody did. */
  readonly override: Override | null;
  /** As the submission and the item stand now, it will not be asked: a rule leads past it. */
  readonly isPassedOver: boolean;
  /** Whom it would ask if it opened now; empty once it has opened, and where it will not. */
  readonly couldDecide: readonly string[];
}

/** Every stage of the run in order, with who decided, who is asked and who could be. */
export function explainRun(version: WorkflowVersion, snapshot: RunSnapshot, people: PeopleNow): StageExplanation[] {
  const facts = { judged: snapshot.run.judged, item: people.item };
  const ahead = stagesAhead(version.definition, snapshot.stageRuns, facts).map((stage) => stage.key);
  return stagesInOrder(version.definition).map((stage) =>
    explainStage(version, snapshot, stage, people, ahead.includes(stage.key)),
  );
}

export interface Next {
  readonly stageKey: string;
  readonly memberIds: readonly string[];
}

/**
 * The approval stages that will open after what is open now, and whom they would ask: all of a group, since they open together;
 * none when nothing is left.
 */
export function whoIsNext(version: WorkflowVersion, snapshot: RunSnapshot, people: PeopleNow): Next[] {
  if (snapshot.run.endedAt !== null) return [];
  const waiting = explainRun(version, snapshot, people).filter(
    (stage) => stage.kind === 'approval' && stage.state === 'waiting' && !stage.isPassedOver,
  );
  const [first] = waiting;
  if (!first) return [];
  const together = stepOf(version.definition, first.key).map((stage) => stage.key);
  return waiting
    .filter((stage) => together.includes(stage.key))
    .map((stage) => ({ stageKey: stage.key, memberIds: stage.couldDecide }));
}

/** The stage that a request belongs to, in the round of that request, and what follows it; null for an unknown request. */
export function explainRequest(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  requestId: string,
  people: PeopleNow,
): { readonly request: ApprovalRequest; readonly stage: StageExplanation; readonly next: readonly Next[] } | null {
  const request = snapshot.requests.find((candidate) => candidate.id === requestId);
  const stageRun = snapshot.stageRuns.find((candidate) => candidate.id === request?.stageRunId);
  const stage = version.definition.stages.find((candidate) => candidate.key === stageRun?.stageKey);
  if (!request || !stageRun || !stage) return null;
  return { request, stage: ofStageRun(stage, stageRun, snapshot), next: whoIsNext(version, snapshot, people) };
}

function explainStage(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  stage: WorkflowStage,
  people: PeopleNow,
  isAhead: boolean,
): StageExplanation {
  if (stage.kind === 'end') return endStage(stage, snapshot);
  const latest = latestStageRun(snapshot.stageRuns, stage.key);
  const isUnderWay = snapshot.run.endedAt === null;
  const isCurrent = latest && (latest.state === 'open' || isStanding(latest) || !isUnderWay);
  if (isCurrent) return ofStageRun(stage, latest, snapshot);
  const isAwaited = isUnderWay && isAhead && stage.kind === 'approval';
  const couldDecide = isAwaited ? askableNow(version.definition, stage, judgedRunOf(snapshot), people) : [];
  return { ...unopened(stage), isPassedOver: isUnderWay && !isAhead, couldDecide };
}

function ofStageRun(stage: WorkflowStage, stageRun: StageRun, snapshot: RunSnapshot): StageExplanation {
  const decisions = snapshot.decisions.filter((decision) => decision.stageRunId === stageRun.id);
  return {
    ...unopened(stage),
    state: stageRun.state,
    blocked: stageRun.blocked,
    skippedBy: stageRun.skippedBy,
    stageRunId: stageRun.id,
    round: stageRun.round,
    required: stageRun.required,
    approvals: decisions.filter((decision) => decision.verdict === 'approve').length,
    openedAt: stageRun.openedAt,
    closedAt: stageRun.closedAt,
    dueAt: dueAt(snapshot, stageRun.id),
    escalatedAt: escalatedAt(snapshot, stageRun.id),
    decisions,
    requests: snapshot.requests.filter((request) => request.stageRunId === stageRun.id),
    override: snapshot.overrides.find((override) => override.stageRunId === stageRun.id) ?? null,
  };
}

function endStage(stage: WorkflowStage, { run }: RunSnapshot): StageExplanation {
  if (run.state !== 'approved') return unopened(stage);
  return { ...unopened(stage), state: 'completed', round: run.round, openedAt: run.endedAt, closedAt: run.endedAt };
}

function unopened(stage: WorkflowStage): StageExplanation {
  return {
    key: stage.key,
    name: stage.name,
    kind: stage.kind,
    state: 'waiting',
    blocked: null,
    skippedBy: null,
    isPassedOver: false,
    stageRunId: null,
    round: null,
    required: null,
    approvals: 0,
    openedAt: null,
    closedAt: null,
    dueAt: null,
    escalatedAt: null,
    decisions: [],
    requests: [],
    override: null,
    couldDecide: [],
  };
}
