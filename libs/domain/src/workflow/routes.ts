import type { Onward, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { evaluateExpression, type ItemFacts } from './expressions/index.js';
import type { JudgedRevision, SkipRule, StageRun } from './run-snapshot.js';
import { currentStageRun, type Step, stepsInOrder } from './stage-order.js';

/** All that a route may look at. */
export interface RouteFacts {
  readonly judged: JudgedRevision;
  readonly item: ItemFacts | null;
}

/** Where a group of stages goes on is written on the last of them. */
export function onwardOf(step: Step): Onward | undefined {
  const last = step.at(-1) as WorkflowStage;
  return last.kind === 'end' ? undefined : last.onward;
}

/** The way on from a step that stands, by the first route that holds; null where the next step in order follows. */
export function wayOn(step: Step, { judged, item }: RouteFacts): SkipRule | null {
  const onward = onwardOf(step);
  if (!onward) return null;
  const taken = onward.routes.find(({ when }) => evaluateExpression('route', when, { submission: judged.facts, item }));
  const { key: fromStageKey } = step.at(-1) as WorkflowStage;
  return { fromStageKey, when: taken?.when ?? null, to: taken?.to ?? onward.otherwise };
}

/** Entered: somebody was asked there, or it is done. A rule cannot lead past that any more. */
export function isEntered(step: Step, stageRuns: readonly StageRun[]): boolean {
  return step.some((stage) => {
    const current = currentStageRun(stageRuns, stage.key);
    return current !== undefined && current.state !== 'skipped';
  });
}

/**
 * The rule that leads past a step about to open, where one does: that of the last step before it which was gone through. Null
 * where the step is next.
 */
export function ruleLeadingPast(
  definition: WorkflowDefinition,
  stageRuns: readonly StageRun[],
  next: Step,
  facts: RouteFacts,
): SkipRule | null {
  const steps = stepsInOrder(definition);
  const at = steps.findIndex((step) => step[0].key === next[0].key);
  const from = steps.slice(0, at).findLast((step) => isEntered(step, stageRuns));
  const taken = from ? wayOn(from, facts) : null;
  return taken !== null && indexOfStep(steps, taken.to) > at ? taken : null;
}

/**
 * The stages that will still be asked if neither the submission nor the item changes, those under way included: what the routes
 * will lead past is not among them.
 */
export function stagesAhead(
  definition: WorkflowDefinition,
  stageRuns: readonly StageRun[],
  facts: RouteFacts,
): WorkflowStage[] {
  const steps = stepsInOrder(definition);
  const ahead: WorkflowStage[] = [];
  let from: Step | undefined;
  for (let at = 0; at < steps.length;) {
    const step = steps[at] as Step;
    const waiting = step.filter((stage) => {
      const state = currentStageRun(stageRuns, stage.key)?.state;
      return state === undefined || state === 'open';
    });
    ahead.push(...waiting);
    if (waiting.length > 0 || isEntered(step, stageRuns)) from = step;
    const next = steps[at + 1];
    const taken = from && next && !isEntered(next, stageRuns) ? wayOn(from, facts) : null;
    at = Math.max(at + 1, taken ? indexOfStep(steps, taken.to) : 0);
  }
  return ahead;
}

function indexOfStep(steps: readonly Step[], stageKey: string): number {
  return steps.findIndex((step) => step.some((stage) => stage.key === stageKey));
}
