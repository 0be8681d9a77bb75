import { Injectable } from '@nestjs/common';
import type { Delegation, DelegationInput } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { DelegationRepository, EligibilityRepository, journal, memberRefs, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentDelegation } from './delegation.presenter.js';
import { RequireTerms } from './delegation-terms.js';

/** A clock that runs a little ahead of ours has not lied. */
const TOLERANCE_MS = 60_000;

@Injectable()
export class CreateDelegation {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly requireTerms: RequireTerms,
  ) {}

  /**
   * Hands one's own decisions to another member, or, for managers and administrators, those of somebody absent: never to
   * themselves, or they could arrange for themselves to decide. Errors as `RequireTerms`; further `not_found` for people of
   * nowhere or who have left, `forbidden`.
   */
  async execute(scope: WorkspaceScope, input: DelegationInput): Promise<Delegation> {
    const { actor, member } = scope;
    const { fromId = member.memberId, toId } = input;
    scope.demand('delegations.own');
    if (fromId !== member.memberId) {
      scope.demand('delegations.arrange');
      if (toId === member.memberId) throw new DomainError('forbidden', { detail: 'not_to_yourself' });
    }
    const startsAt = startOf(input.startsAt, actor.at);
    const terms = { fromId, toId, scope: input.scope, startsAt, endsAt: new Date(input.endsAt) };
    const id = newId(actor.at);
    await scope.transaction(async (tx) => {
      // before anything else is held: one delegation at a time, and none while a decision looks at them
      await this.eligibility.changePeople(tx);
      const people = await memberRefs(tx, [fromId, toId]);
      if ([fromId, toId].some((memberId) => !people.get(memberId)?.active))
        throw new DomainError('not_found', { detail: 'No such member' });
      await this.requireTerms.execute(tx, terms, actor.at, null);
      const reason = input.reason || null;
      await this.delegations.insert(tx, {
        id,
        ...terms,
        ...terms.scope,
        reason,
        createdBy: actor.actorId,
        createdAt: actor.at,
      });
      await journal(tx, [
        {
          ...actor,
          type: 'delegation.created',
          subject: { kind: 'delegation', id },
          data: { fromId, toId, ...terms.scope, startsAt: startsAt.toISOString(), endsAt: terms.endsAt.toISOString() },
          ...(reason ? { personal: { reason } } : {}),
        },
      ]);
    });
    return presentDelegation(scope, await this.delegations.get(scope.read, id));
  }
}

/** Now, unless a later one is given: what was decided before it was made is nobody else's. */
function startOf(given: string | undefined, now: Date): Date {
  const startsAt = given === undefined ? now : new Date(given);
  if (startsAt.getTime() < now.getTime() - TOLERANCE_MS)
    throw new DomainError('invalid_input', {
      errors: [{ path: 'startsAt', code: 'in_the_past', message: 'It cannot begin before now' }],
    });
  return startsAt < now ? now : startsAt;
}
