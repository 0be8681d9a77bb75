import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';
import type { Decision, JudgedRevision } from './run-snapshot.js';
import { approvalStages } from './stage-order.js';

export type SeparationBreach = 'is_submitter' | 'is_editor' | 'decided_exclusive_stage';

/** Exclusion is mutual, on whichever of the two stages it is written. */
export function areExclusive(one: ApprovalStage, other: ApprovalStage): boolean {
  return one.separateFrom.includes(other.key) || other.separateFrom.includes(one.key);
}

/** Keys of the stages whose deciders this stage leaves out. */
export function exclusiveStageKeys(definition: WorkflowDefinition, stage: ApprovalStage): string[] {
  return approvalStages(definition)
    .filter((other) => areExclusive(stage, other))
    .map((other) => other.key);
}

/**
 * The one place of the separation of duties, asked when a stage opens, when it is amended and again at each decision.
 * Submitter and editors are left out of every stage. Decisions of all rounds count, voided ones too: whoever has once
 * judged for one side of an exclusion stays on it for the whole run.
 */
export function separationBreach(
  definition: WorkflowDefinition,
  stage: ApprovalStage,
  run: { readonly judged: JudgedRevision; readonly decisions: readonly Decision[] },
  memberId: string,
): SeparationBreach | null {
  if (run.judged.submitterId === memberId) return 'is_submitter';
  if (run.judged.editorIds.includes(memberId)) return 'is_editor';
  const exclusive = exclusiveStageKeys(definition, stage);
  const hasDecidedThere = run.decisions.some(
    (decision) =>
      exclusive.includes(decision.stageKey) && (decision.actorId === memberId || decision.onBehalfOfId === memberId),
  );
  return hasDecidedThere ? 'decided_exclusive_stage' : null;
}
