import { DomainError } from '../shared/domain-error.js';

export interface Assigned {
  ownerId: string | null;
  teamId: string | null;
}

/**
 * Who has it after an assignment: one accountable member or a team to claim from, never both. Naming one clears the other;
 * absent leaves, null clears. `ownerField` is what the owner is called in the request at hand.
 */
export function assign(
  before: Assigned,
  given: { ownerId?: string | null | undefined; teamId?: string | null | undefined },
  ownerField = 'ownerId',
): Assigned {
  if (given.ownerId && given.teamId) {
    const message = `A member or a team, not both: leave ${ownerField} or teamId out`;
    throw new DomainError('invalid_input', { errors: [{ path: 'teamId', code: 'exclusive', message }] });
  }
  const ownerId = given.teamId ? null : given.ownerId === undefined ? before.ownerId : given.ownerId;
  const teamId = given.ownerId ? null : given.teamId === undefined ? before.teamId : given.teamId;
  return { ownerId, teamId };
}
