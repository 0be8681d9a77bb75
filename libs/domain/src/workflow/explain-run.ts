import type { BlockReason, LocalisedName, StageKind, StageRunState, WorkflowStage } from '@uptake/contracts';
import { askableNow } from './eligibility.js';
import type { ApprovalRequest, Decision, RunSnapshot, StageRun } from './run-snapshot.js';
import { isStanding, latestStageRun, stagesInOrder } from './stage-order.js';
import type { PeopleNow, WorkflowVersion } from './types.js';

/** One stage as the stepper and the review screen show it: its latest round, or who would be asked. */
export interface StageExplanation {
  readonly key: string;
  readonly name: LocalisedName;
  readonly kind: StageKind;
  /** `waiting`: not yet opened, or to be opened again in this round. */
  readonly state: 'waiting' | StageRunState;
  readonly blocked: BlockReason | null;
  readonly stageRunId: string | null;
  readonly round: number | null;
  readonly required: number | null;
  readonly approvals: number;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** Decisions taken in that round of the stage. */
  readonly decisions: readonly Decision[];
  readonly requests: readonly ApprovalRequest[];
  /** Whom it would ask if it opened now; empty once it has opened. */
  readonly couldDecide: readonly string[];
}

/** Every stage of the run in order, with who decided, who is asked and who could be. */
export function explainRun(version: WorkflowVersion, snapshot: RunSnapshot, people: PeopleNow): StageExplanation[] {
  return stagesInOrder(version.definition).map((stage) => explainStage(version, snapshot, stage, people));
}

export interface Next {
  readonly stageKey: string;
  readonly memberIds: readonly string[];
}

/** The first approval stage that will open after what is open now, and whom it would ask; null when none is left. */
export function whoIsNext(version: WorkflowVersion, snapshot: RunSnapshot, people: PeopleNow): Next | null {
  if (snapshot.run.endedAt !== null) return null;
  const next = explainRun(version, snapshot, people).find(
    (stage) => stage.kind === 'approval' && stage.state === 'waiting',
  );
  return next ? { stageKey: next.key, memberIds: next.couldDecide } : null;
}

/** The stage that a request belongs to, in the round of that request, and what follows it; null for an unknown request. */
export function explainRequest(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  requestId: string,
  people: PeopleNow,
): { readonly request: ApprovalRequest; readonly stage: StageExplanation; readonly next: Next | null } | null {
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
): StageExplanation {
  if (stage.kind === 'end') return endStage(stage, snapshot);
  const latest = latestStageRun(snapshot.stageRuns, stage.key);
  const isUnderWay = snapshot.run.endedAt === null;
  const isCurrent = latest && (latest.state === 'open' || isStanding(latest) || !isUnderWay);
  if (isCurrent) return ofStageRun(stage, latest, snapshot);
  const { judged } = snapshot.run;
  const isAwaited = isUnderWay && stage.kind === 'approval';
  const couldDecide = isAwaited
    ? askableNow(version.definition, stage, { judged, decisions: snapshot.decisions }, people)
    : [];
  return { ...unopened(stage), couldDecide };
}

function ofStageRun(stage: WorkflowStage, stageRun: StageRun, snapshot: RunSnapshot): StageExplanation {
  const decisions = snapshot.decisions.filter((decision) => decision.stageRunId === stageRun.id);
  return {
    ...unopened(stage),
    state: stageRun.state,
    blocked: stageRun.blocked,
    stageRunId: stageRun.id,
    round: stageRun.round,
    required: stageRun.required,
    approvals: decisions.filter((decision) => decision.verdict === 'approve').length,
    openedAt: stageRun.openedAt,
    closedAt: stageRun.closedAt,
    decisions,
    requests: snapshot.requests.filter((request) => request.stageRunId === stageRun.id),
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
    stageRunId: null,
    round: null,
    required: null,
    approvals: 0,
    openedAt: null,
    closedAt: null,
    decisions: [],
    requests: [],
    couldDecide: [],
  };
}
