import type { Lifecycle, SubmissionKind } from '@uptake/contracts';
import type { Assigned } from '../items/assignment.js';
import { type ClaimHindrance, claimHindrance } from '../items/claimable.js';
import { DomainError } from '../shared/domain-error.js';

export const recommendationAbilities = [
  'change',
  'respond',
  'assign',
  'claim',
  'link',
  'createTask',
  'submit',
  'extend',
  'addEvidence',
  'close',
] as const;
export type RecommendationAbility = (typeof recommendationAbilities)[number];
export type RecommendationHindrance = 'closed' | 'in_approval' | ClaimHindrance;

/** A submission that has not ended: it waits for its deciders, or for its writers where changes were asked for. */
export interface SubmissionUnderWay {
  kind: SubmissionKind;
  state: 'active' | 'changes_requested';
}

/** What the state of a recommendation forbids, whoever asks. `submit` is of an update, `extend` of an extension, `close` of a closing. */
export function recommendationHindrances(
  state: Assigned & { lifecycle: Lifecycle; underWay: readonly SubmissionUnderWay[] },
): Record<RecommendationAbility, RecommendationHindrance | undefined> {
  const closed = state.lifecycle === 'closed' ? 'closed' : undefined;
  return {
    change: closed,
    respond: closed,
    assign: closed,
    claim: closed ?? claimHindrance(state),
    link: closed,
    createTask: closed,
    submit: closed ?? (submissionInTheWay(state.underWay, 'update') && 'in_approval'),
    extend: closed ?? (submissionInTheWay(state.underWay, 'extension') && 'in_approval'),
    addEvidence: closed,
    close: closed ?? (submissionInTheWay(state.underWay, 'closing') && 'in_approval'),
  };
}

/**
 * At most one of each kind is under way, unless changes were asked for. A closing ends everything: it waits for whatever is under way,
 * and nothing else begins beside it.
 */
export function submissionInTheWay<T extends SubmissionUnderWay>(
  underWay: readonly T[],
  kind: SubmissionKind,
): T | undefined {
  return underWay.find((other) =>
    other.kind === kind ? other.state === 'active' : kind === 'closing' || other.kind === 'closing',
  );
}

/** Throws `invalid_state` once it is closed: the record of a closed recommendation stays as it is. */
export function requireOpen(recommendation: { lifecycle: Lifecycle }): void {
  if (recommendation.lifecycle === 'closed')
    throw new DomainError('invalid_state', { detail: 'This recommendation is closed' });
}
