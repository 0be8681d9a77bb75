import { Injectable } from '@nestjs/common';
import type { Stuck } from '@uptake/contracts';
import { RollupRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { formulas } from './formulas.js';

const DAY = 86_400_000;

@Injectable()
export class ListStuck {
  constructor(private readonly rollups: RollupRepository) {}

  async execute(scope: WorkspaceScope, query: { limit: number }): Promise<Stuck> {
    scope.demand('rollups.read');
    const now = scope.now();
    const [rows, inAll, inSight] = await Promise.all([
      this.rollups.stuck(scope.read, query.limit),
      this.rollups.waitingInAll(scope.read),
      this.rollups.waitingInSight(scope.read),
    ]);
    const items = rows.map((row) => ({
      item: { id: row.item_id, kind: row.kind, reference: row.reference, title: row.title },
      approvalIds: row.approval_ids,
      stage: row.stage,
      waitingOn: row.waiting_on,
      waitingOnTeam: null,
      since: row.since.toISOString(),
      days: Math.round(((now.getTime() - row.since.getTime()) / DAY) * 10) / 10,
    }));
    return { asOf: now.toISOString(), formula: formulas.stuck, items, hidden: Math.max(0, inAll - inSight) };
  }
}
