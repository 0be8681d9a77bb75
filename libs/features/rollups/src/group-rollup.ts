import { Injectable } from '@nestjs/common';
import type { Rollup, RollupQuery } from '@uptake/contracts';
import { calendarDay, visibilitiesOf } from '@uptake/domain';
import { type FigureRow, type GroupRow, RollupRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { formulas } from './formulas.js';

@Injectable()
export class GroupRollup {
  constructor(private readonly rollups: RollupRepository) {}

  async execute(scope: WorkspaceScope, query: RollupQuery): Promise<Rollup> {
    scope.demand('rollups.read');
    const now = scope.now();
    const today = calendarDay(now, scope.workspace.timeZone);
    const rows = await this.rollups.groups(
      scope.read,
      visibilitiesOf(scope.roles),
      query.groupBy,
      today,
      query.brief ?? null,
    );
    // a workspace without visible recommendations still answers one row, for `hidden`
    const groups = rows.filter((row) => row.total !== null).map(presentGroup);
    return { asOf: now.toISOString(), groups, hidden: rows[0]?.hidden ?? 0, formula: formulas.groups };
  }
}

export const byRatingOf = ({
  not_started,
  limited,
  substantial,
  complete,
  unrated,
}: FigureRow): Rollup['groups'][number]['byRating'] => ({ not_started, limited, substantial, complete, unrated });

const presentGroup = (row: GroupRow): Rollup['groups'][number] => ({
  key: row.key,
  label: row.label,
  total: row.total,
  open: row.open,
  closed: row.closed,
  overdue: row.overdue,
  byRating: byRatingOf(row),
  waiting: row.waiting,
});
