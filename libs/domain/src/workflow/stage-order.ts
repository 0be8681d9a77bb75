import type { ApprovalStage, StageRunState, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import type { Decision, RunSnapshot, StageRun } from './run-snapshot.js';

export function stagesInOrder(definition: WorkflowDefinition): WorkflowStage[] {
  return [...definition.stages].sort((a, b) => a.order - b.order);
}

export function approvalStages(definition: WorkflowDefinition): ApprovalStage[] {
  return stagesInOrder(definition).filter((stage) => stage.kind === 'approval');
}

export function stageByKey(definition: WorkflowDefinition, key: string): WorkflowStage {
  const stage = definition.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new Error(`The definition has no stage "${key}"`);
  return stage;
}

export function approvalStageByKey(definition: WorkflowDefinition, key: string): ApprovalStage {
  const stage = stageByKey(definition, key);
  if (stage.kind !== 'approval') throw new Error(`Stage "${key}" is no approval stage`);
  return stage;
}

const standingStates: readonly StageRunState[] = ['completed', 'approved', 'skipped'];

/** A stage run that lets the later stages open. Voiding takes this away, and only that reopens a stage. */
export function isStanding(stageRun: StageRun): boolean {
  return standingStates.includes(stageRun.state);
}

/**
 * Where the run stands: the first stage that nothing stands for. A stage opens, and the run is approved, by this
 * function alone, so nothing is ever passed over.
 */
export function frontier(definition: WorkflowDefinition, stageRuns: readonly StageRun[]): WorkflowStage {
  const standing = new Set(stageRuns.filter(isStanding).map((stageRun) => stageRun.stageKey));
  const next = stagesInOrder(definition).find((stage) => stage.kind === 'end' || !standing.has(stage.key));
  if (!next) throw new Error('The definition has no end stage');
  return next;
}

/** The latest round of a stage. */
export function latestStageRun(stageRuns: readonly StageRun[], stageKey: string): StageRun | undefined {
  return stageRuns.findLast((stageRun) => stageRun.stageKey === stageKey);
}

/** Decisions that count towards approval now: those of stage runs that stand. */
export function countedDecisions(snapshot: RunSnapshot): Decision[] {
  const standing = new Set(snapshot.stageRuns.filter(isStanding).map((stageRun) => stageRun.id));
  return snapshot.decisions.filter((decision) => decision.verdict === 'approve' && standing.has(decision.stageRunId));
}
