import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { DelegationRepository, journal } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { HoldDelegation } from './hold-delegation.js';

@Injectable()
export class RevokeDelegation {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly hold: HoldDelegation,
  ) {}

  /**
   * Over at once: what was decided by it stays, nothing more is. Whoever gave it, holds it or may arrange it. `not_found`;
   * `invalid_state` for one that is over already.
   */
  async execute(scope: WorkspaceScope, id: string): Promise<void> {
    const { actor } = scope;
    await scope.transaction(async (tx) => {
      const row = await this.hold.execute(tx, scope, id, true);
      if (!(await this.delegations.revoke(tx, id, actor.actorId, actor.at)))
        throw new DomainError('invalid_state', { detail: 'This delegation is over already' });
      await journal(tx, [
        {
          ...actor,
          type: 'delegation.revoked',
          subject: { kind: 'delegation', id },
          data: { fromId: row.from_ref.id, toId: row.to_ref.id },
        },
      ]);
    });
  }
}
