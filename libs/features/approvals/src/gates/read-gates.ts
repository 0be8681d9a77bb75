import { Injectable } from '@nestjs/common';
import type { Gate, ItemGates, ItemKind, WaitingItem } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { GateRepository, type GateRow, ItemRepository, type WaitingRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

@Injectable()
export class ReadGates {
  constructor(
    private readonly items: ItemRepository,
    private readonly gates: GateRepository,
  ) {}

  /** What an item waits for, and what waits for it; items that the reader may not see without their names. Throws `not_found`. */
  async execute(scope: WorkspaceScope, kind: ItemKind, itemId: string): Promise<ItemGates> {
    const item = await this.items.get(scope.read, itemId);
    if (item.kind !== kind) throw new DomainError('not_found');
    const [waitsFor, waitedForBy, parts] = await Promise.all([
      this.gates.waitsFor(scope.read, itemId, scope.now()),
      this.gates.waitedForBy(scope.read, itemId),
      this.items.parts(scope.read, itemId, scope.member.memberId),
    ]);
    const change = item.lifecycle === 'closed' ? 'closed' : undefined;
    return {
      waitsFor: waitsFor.map(presentGate),
      waitedForBy: waitedForBy.map(presentWaiting),
      abilities: abilitiesOf(scope, { change: 'gate.change' }, parts, { change }),
    };
  }
}

function presentGate(row: GateRow): Gate {
  const isHidden = row.depends_on_id !== null && row.item === null;
  return {
    id: row.id,
    kind: row.kind,
    item: row.item,
    isHidden,
    date: row.on_date,
    offsetDays: row.offset_days,
    opensOn: row.opens_on,
    isMet: isHidden ? null : row.is_met,
  };
}

const presentWaiting = ({ id, kind, item }: WaitingRow): WaitingItem => ({ id, kind, item, isHidden: item === null });
