import { Injectable } from '@nestjs/common';
import type { RollupSeries, SeriesQuery } from '@uptake/contracts';
import { calendarDay, visibilitiesOf, weekEnds } from '@uptake/domain';
import { RollupRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { formulas } from './formulas.js';
import { byRatingOf } from './group-rollup.js';

@Injectable()
export class ReadRollupSeries {
  constructor(private readonly rollups: RollupRepository) {}

  async execute(scope: WorkspaceScope, query: SeriesQuery): Promise<RollupSeries> {
    scope.demand('rollups.read');
    const now = scope.now();
    const days = weekEnds(calendarDay(now, scope.workspace.timeZone), query.weeks);
    const rows = await this.rollups.series(scope.read, visibilitiesOf(scope.roles), days, query.brief ?? null);
    const points = rows.map((row) => ({
      on: row.on,
      total: row.total,
      open: row.open,
      closed: row.closed,
      byRating: byRatingOf(row),
    }));
    return { asOf: now.toISOString(), formula: formulas.series, points, hidden: rows[0]?.hidden ?? 0 };
  }
}
