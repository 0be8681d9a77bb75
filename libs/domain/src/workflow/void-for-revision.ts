import type { WorkflowDefinition } from '@uptake/contracts';
import { stageHash } from './hashing.js';
import { involved } from './separation.js';
import { wayOn } from './routes.js';
import type { JudgedRevision, RunSnapshot, StageRun } from './run-snapshot.js';
import { approvalStageByKey, isStanding, stepOf } from './stage-order.js';
import type { WorkflowContext } from './types.js';

/**
 * Ids of the stage runs that a further revision voids while stages are under way: the work itself, exactly the stages that watch a
 * changed field, those in which somebody decided, or which they set aside, who is an author by now, and what was passed over by a rule that does not hold of
 * it. All else stands, or stays open with its votes, and goes on to judge the new revision; a gate waits for other things.
 */
export function voidedByRevision(
  definition: WorkflowDefinition,
  { stageRuns, decisions, overrides }: RunSnapshot,
  judged: JudgedRevision,
  context: Pick<WorkflowContext, 'item' | 'sha256'>,
): ReadonlySet<string> {
  const authors = [judged.submitterId, ...judged.editorIds];
  const current = stageRuns.filter((stageRun) => stageRun.state === 'open' || isStanding(stageRun));
  const isTouched = (stageRun: StageRun): boolean => {
    if (stageRun.kind === 'work') return true;
    if (stageRun.kind !== 'approval') return false;
    const stage = approvalStageByKey(definition, stageRun.stageKey);
    const isChanged = stageHash(stage, judged, context.sha256) !== stageRun.stageHash;
    const decidedHere = decisions.filter((decision) => decision.stageRunId === stageRun.id);
    const setAsideHere = overrides.filter((override) => override.stageRunId === stageRun.id);
    const spoke = [...decidedHere.flatMap((decision) => involved(decision)), ...setAsideHere.map((one) => one.actorId)];
    return isChanged || spoke.some((memberId) => authors.includes(memberId));
  };
  const touched = current.filter((stageRun) => stageRun.skippedBy === null && isTouched(stageRun));
  const isGone = (stageKey: string) =>
    touched.some((stageRun) => stageRun.stageKey === stageKey && stageRun.kind !== 'work');
  const untrue = current.filter(({ skippedBy: rule }) => {
    if (rule === null) return false;
    const from = stepOf(definition, rule.fromStageKey);
    const now = wayOn(from, { judged, item: context.item });
    return from.some((stage) => isGone(stage.key)) || now?.when !== rule.when || now.to !== rule.to;
  });
  return new Set([...touched, ...untrue].map((stageRun) => stageRun.id));
}
