import type { Lifecycle } from '@uptake/contracts';
import type { Assigned } from '../items/assignment.js';
import { type ClaimHindrance, claimHindrance } from '../items/claimable.js';
import { DomainError } from '../shared/domain-error.js';

export const recommendationAbilities = ['change', 'respond', 'assign', 'claim', 'link', 'createTask', 'submit', 'addEvidence', 'close'] as const;
export type RecommendationAbility = (typeof recommendationAbilities)[number];
export type RecommendationHindrance = 'closed' | 'in_approval' | ClaimHindrance;

/** What the state of a recommendation forbids, whoever asks. `isUpdateJudged`: an update on it waits for its deciders. */
export function recommendationHindrances(state: Assigned & { lifecycle: Lifecycle; isUpdateJudged: boolean }): Record<RecommendationAbility, RecommendationHindrance | undefined> {
  const closed = state.lifecycle === 'closed' ? 'closed' : undefined;
  const judged = state.isUpdateJudged ? 'in_approval' : undefined;
  return {
    change: closed,
    respond: closed,
    assign: closed,
    claim: closed ?? claimHindrance(state),
    link: closed,
    createTask: closed,
    submit: closed ?? judged,
    addEvidence: closed,
    // a closing waits for an open update
    close: closed ?? judged,
  };
}

/** Throws `invalid_state` once it is closed: the record of a closed recommendation stays as it is. */
export function requireOpen(recommendation: { lifecycle: Lifecycle }): void {
  if (recommendation.lifecycle === 'closed') throw new DomainError('invalid_state', { detail: 'This recommendation is closed' });
}
