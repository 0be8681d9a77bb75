import { Injectable } from '@nestjs/common';
import type { GateInput, ItemGates, ItemKind } from '@uptake/contracts';
import { DomainError, findDependencyCycle } from '@uptake/domain';
import {
  EligibilityRepository,
  GateRepository,
  ItemRepository,
  type ItemRow,
  type NewGate,
  type Transaction,
  journal,
  newId,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { FollowRun } from '../runs/follow-run.js';
import { ReadGates } from './read-gates.js';

@Injectable()
export class ChangeGates {
  constructor(
    private readonly items: ItemRepository,
    private readonly gates: GateRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly follow: FollowRun,
    private readonly read: ReadGates,
  ) {}

  /**
   * Makes an item wait. `dependency_cycle` names the way round, an item hidden from the actor as `…`; further `already_exists`,
   * `invalid_state` on a closed item, `not_found` for an item that the actor may not see. Changes of gates go one at a time, so that
   * two at once cannot close a circle.
   */
  async add(scope: WorkspaceScope, kind: ItemKind, itemId: string, input: GateInput): Promise<ItemGates> {
    await scope.transaction(async (tx) => {
      await this.gates.lock(tx);
      await this.hold(tx, scope, kind, itemId);
      const made = newGate(scope, itemId, input);
      if (made.dependsOnId !== null) await this.requireNoCircle(tx, itemId, made.dependsOnId);
      if (!(await this.gates.insert(tx, made)))
        throw new DomainError('already_exists', { detail: 'It waits for that already' });
      const { kind: gateKind, dependsOnId, date, offsetDays } = made;
      await this.tell(tx, scope, 'gate.added', itemId, made.id, { kind: gateKind, dependsOnId, date, offsetDays });
    });
    return this.read.execute(scope, kind, itemId);
  }

  /** It waits for that no longer; what stood at its gate alone goes on in the same transaction. Throws `not_found`. */
  async remove(scope: WorkspaceScope, kind: ItemKind, itemId: string, gateId: string): Promise<ItemGates> {
    await scope.transaction(async (tx) => {
      await this.eligibility.keepPeople(tx);
      await this.gates.lock(tx);
      await this.hold(tx, scope, kind, itemId);
      const { kind: gateKind, depends_on_id: dependsOnId } = await this.gates.remove(tx, itemId, gateId);
      await this.tell(tx, scope, 'gate.removed', itemId, gateId, { kind: gateKind, dependsOnId });
      await this.follow.passGates(tx, scope, await this.gates.waitingOn(tx, itemId));
    });
    return this.read.execute(scope, kind, itemId);
  }

  private async hold(tx: Transaction, scope: WorkspaceScope, kind: ItemKind, itemId: string): Promise<ItemRow> {
    const item = await this.items.lock(tx, itemId, kind);
    scope.demand('gate.change', await this.items.parts(tx, itemId, scope.member.memberId));
    if (item.lifecycle === 'closed') throw new DomainError('invalid_state', { detail: 'This is closed' });
    return item;
  }

  private async requireNoCircle(tx: Transaction, itemId: string, dependsOnId: string): Promise<void> {
    await this.items.get(tx, dependsOnId);
    const cycle = findDependencyCycle(itemId, [dependsOnId], await this.gates.reachable(tx, dependsOnId));
    if (!cycle) return;
    const refs = await this.items.refs(tx, cycle);
    const path = cycle.map((id) => refs.get(id)?.reference ?? '…').join(' → ');
    const message = `These would wait for each other in a circle: ${path}`;
    throw new DomainError('dependency_cycle', {
      detail: message,
      errors: [{ path: 'itemId', code: 'dependency_cycle', message }],
    });
  }

  private tell(
    tx: Transaction,
    { actor }: WorkspaceScope,
    type: 'gate.added' | 'gate.removed',
    itemId: string,
    id: string,
    data: Record<string, unknown>,
  ): Promise<unknown> {
    return journal(tx, [{ ...actor, type, subject: { kind: 'gate', id }, itemId, data }]);
  }
}

function newGate(scope: WorkspaceScope, itemId: string, input: GateInput): NewGate {
  const made = { id: newId(scope.now()), itemId, createdBy: scope.member.memberId, at: scope.now() };
  return input.kind === 'date'
    ? { ...made, kind: input.kind, dependsOnId: null, date: input.date, offsetDays: input.offsetDays }
    : { ...made, kind: input.kind, dependsOnId: input.itemId, date: null, offsetDays: null };
}
