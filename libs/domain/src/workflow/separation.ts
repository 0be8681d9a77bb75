import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';
import type { Decision, JudgedRevision, Override, RunSnapshot } from './run-snapshot.js';
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

/** What of a run says who took which part in it. */
export interface JudgedRun {
  readonly judged: JudgedRevision;
  readonly decisions: readonly Decision[];
  readonly overrides: readonly Override[];
}

export function judgedRunOf(snapshot: Pick<RunSnapshot, 'run' | 'decisions' | 'overrides'>): JudgedRun {
  return { judged: snapshot.run.judged, decisions: snapshot.decisions, overrides: snapshot.overrides };
}

/** Who decides, and for whom. Every rule about people asks it of both. */
export const involved = ({ actorId, onBehalfOfId }: Pick<Decision, 'actorId' | 'onBehalfOfId'>): string[] =>
  onBehalfOfId === null ? [actorId] : [actorId, onBehalfOfId];

/**
 * The one place of the separation of duties, asked when a stage opens, when it is amended and again at each decision.
 * Submitter and editors are left out of every stage. Decisions of all rounds count, voided ones too: whoever has once
 * judged for one side of an exclusion, had somebody judge for them or set it aside stays on it for the whole run.
 */
export function separationBreach(
  definition: WorkflowDefinition,
  stage: ApprovalStage,
  run: JudgedRun,
  memberId: string,
): SeparationBreach | null {
  if (run.judged.submitterId === memberId) return 'is_submitter';
  if (run.judged.editorIds.includes(memberId)) return 'is_editor';
  const exclusive = exclusiveStageKeys(definition, stage);
  const hasDecidedThere = run.decisions.some(
    (decision) =>
      exclusive.includes(decision.stageKey) && (decision.actorId === memberId || decision.onBehalfOfId === memberId),
  );
  const hasOverriddenThere = run.overrides.some(
    (override) => exclusive.includes(override.stageKey) && override.actorId === memberId,
  );
  return hasDecidedThere || hasOverriddenThere ? 'decided_exclusive_stage' : null;
}
