import { Injectable } from '@nestjs/common';
import type { Delegation, DelegationChange } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { DelegationRepository, type DelegationRow, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { withCurrent } from '../runs/with-current.js';
import { presentDelegation, stateOf } from './delegation.presenter.js';
import { RequireTerms } from './delegation-terms.js';
import { HoldDelegation } from './hold-delegation.js';

@Injectable()
export class ChangeDelegation {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly hold: HoldDelegation,
    private readonly requireTerms: RequireTerms,
  ) {}

  /**
   * Its end and its reason while it lasts; its start and scope before it begins. `version_conflict` with the delegation as it
   * stands, `invalid_state` for one that is over, `not_found`, `forbidden`; further as `RequireTerms`.
   */
  async execute(scope: WorkspaceScope, id: string, change: DelegationChange): Promise<Delegation> {
    const { actor } = scope;
    const work = () =>
      scope.transaction(async (tx) => {
        const row = await this.hold.execute(tx, scope, id, false);
        requireChangeable(row, change, actor.at);
        const terms = {
          fromId: row.from_ref.id,
          toId: row.to_ref.id,
          scope: change.scope ?? { workflowKeys: row.workflow_keys, itemIds: row.item_ids },
          startsAt: new Date(change.startsAt ?? row.starts_at),
          endsAt: new Date(change.endsAt ?? row.ends_at),
        };
        await this.requireTerms.execute(tx, terms, actor.at, id);
        const reason = change.reason === undefined ? row.reason : change.reason || null;
        const to = { ...terms.scope, startsAt: terms.startsAt, endsAt: terms.endsAt, reason };
        if (!(await this.delegations.change(tx, id, change.version, to, actor.at)))
          throw new DomainError('version_conflict', { detail: 'It was changed meanwhile: look again' });
        const { fromId, toId } = terms;
        await journal(tx, [
          {
            ...actor,
            type: 'delegation.changed',
            subject: { kind: 'delegation', id },
            data: {
              fromId,
              toId,
              ...terms.scope,
              startsAt: terms.startsAt.toISOString(),
              endsAt: terms.endsAt.toISOString(),
            },
            ...(reason ? { personal: { reason } } : {}),
          },
        ]);
      });
    const read = async () => presentDelegation(scope, await this.delegations.get(scope.read, id));
    await withCurrent(work, ['version_conflict'], read);
    return read();
  }
}

function requireChangeable(row: DelegationRow, change: DelegationChange, now: Date): void {
  const state = stateOf(row, now);
  if (state === 'ended' || state === 'revoked')
    throw new DomainError('invalid_state', { detail: 'This delegation is over: make another' });
  if (state === 'active' && (change.startsAt !== undefined || change.scope !== undefined))
    throw new DomainError('invalid_state', { detail: 'It has begun: revoke it and make another' });
  if (change.startsAt !== undefined && new Date(change.startsAt) < now)
    throw new DomainError('invalid_input', {
      errors: [{ path: 'startsAt', code: 'in_the_past', message: 'It cannot begin before now' }],
    });
}
