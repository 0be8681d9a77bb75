import { DomainError } from '../shared/domain-error.js';
import type { Assigned } from './assignment.js';

export type ClaimHindrance = 'already_claimed' | 'nothing_to_claim';

/** Only what a team holds can be claimed from it. */
export function claimHindrance(item: Assigned): ClaimHindrance | undefined {
  if (item.teamId) return undefined;
  return item.ownerId ? 'already_claimed' : 'nothing_to_claim';
}

/** Throws `already_claimed` with the record as it stands, or `invalid_state` when no team was ever asked. */
export function requireClaimable(item: Assigned, current: unknown): void {
  const hindrance = claimHindrance(item);
  if (hindrance === 'already_claimed')
    throw new DomainError('already_claimed', { detail: 'Somebody has it already', current });
  if (hindrance)
    throw new DomainError('invalid_state', { detail: 'It is given to no team; ask for it to be assigned', current });
}
