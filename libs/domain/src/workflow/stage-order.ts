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

const standingStates: readonly StageRunState[] = ['completed', 'approved', 'overridden', 'skipped'];

/** A stage run that lets the later stages open. Voiding takes this away, and only that reopens a stage. */
export function isStanding(stageRun: StageRun): boolean {
  return standingStates.includes(stageRun.state);
}

/** One step of the way: the stages of a parallel group, which open and join together, or a stage alone. Never empty. */
export type Step = readonly [WorkflowStage, ...WorkflowStage[]];

export function stepsInOrder(definition: WorkflowDefinition): Step[] {
  return stagesInOrder(definition).reduce<Step[]>((steps, stage) => {
    const last = steps.at(-1);
    const isTogether = last !== undefined && groupOf(stage) !== undefined && groupOf(last[0]) === groupOf(stage);
    return isTogether ? [...steps.slice(0, -1), [...last, stage]] : [...steps, [stage]];
  }, []);
}

export function groupOf(stage: WorkflowStage): string | undefined {
  return stage.kind === 'approval' ? stage.parallelGroup : undefined;
}

/** The step to which a stage belongs. */
export function stepOf(definition: WorkflowDefinition, stageKey: string): Step {
  const step = stepsInOrder(definition).find((candidate) => candidate.some((stage) => stage.key === stageKey));
  if (!step) throw new Error(`The definition has no stage "${stageKey}"`);
  return step;
}

/**
 * Where the run stands: the first step of which not every stage stands. Stages open, and the run is approved, by this
 * function alone, so nothing is ever passed over but what a rule skipped, which then stands.
 */
export function frontier(definition: WorkflowDefinition, stageRuns: readonly StageRun[]): Step {
  const standing = new Set(stageRuns.filter(isStanding).map((stageRun) => stageRun.stageKey));
  const next = stepsInOrder(definition).find(
    (step) => step[0].kind === 'end' || !step.every((stage) => standing.has(stage.key)),
  );
  if (!next) throw new Error('The definition has no end stage');
  return next;
}

/** The stage run that is open for a stage, or stands for it; at most one of both. */
export function currentStageRun(stageRuns: readonly StageRun[], stageKey: string): StageRun | undefined {
  return stageRuns.find(
    (stageRun) => stageRun.stageKey === stageKey && (stageRun.state === 'open' || isStanding(stageRun)),
  );
}

/** The latest round of a stage. */
export function latestStageRun(stageRuns: readonly StageRun[], stageKey: string): StageRun | undefined {
  return stageRuns.findLast((stageRun) => stageRun.stageKey === stageKey);
}

/** Decisions that count towards approval now: those of stage runs that stand by them. What was set aside stands without. */
export function countedDecisions(snapshot: RunSnapshot): Decision[] {
  const standing = new Set(
    snapshot.stageRuns
      .filter((stageRun) => isStanding(stageRun) && stageRun.state !== 'overridden')
      .map(({ id }) => id),
  );
  return snapshot.decisions.filter((decision) => decision.verdict === 'approve' && standing.has(decision.stageRunId));
}
