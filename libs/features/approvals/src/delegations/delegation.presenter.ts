import type { Delegation, DelegationState } from '@uptake/contracts';
import type { DelegationRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

export function presentDelegation(scope: WorkspaceScope, row: DelegationRow): Delegation {
  const state = stateOf(row, scope.now());
  const isOver = state === 'ended' || state === 'revoked' ? state : undefined;
  const action = row.from_ref.id === scope.member.memberId ? 'delegations.own' : 'delegations.arrange';
  return {
    id: row.id,
    from: row.from_ref,
    to: row.to_ref,
    scope: { workflowKeys: row.workflow_keys, itemIds: row.item_ids, items: row.items },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    reason: row.reason,
    state,
    createdBy: row.created_by,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
    version: row.version,
    abilities: {
      ...abilitiesOf(scope, { change: action }, [], { change: isOver }),
      // whoever holds it may lay it down
      ...(row.to_ref.id === scope.member.memberId
        ? abilitiesOf(scope, { revoke: 'delegations.own' }, [], { revoke: isOver })
        : abilitiesOf(scope, { revoke: action }, [], { revoke: isOver })),
    },
  };
}

export function stateOf(
  { revoked_at, starts_at, ends_at }: Pick<DelegationRow, 'revoked_at' | 'starts_at' | 'ends_at'>,
  now: Date,
): DelegationState {
  if (revoked_at !== null) return 'revoked';
  if (new Date(ends_at) <= now) return 'ended';
  return new Date(starts_at) <= now ? 'active' : 'planned';
}
