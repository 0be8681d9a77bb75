import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rollup, RollupQuery, RollupSeries, SeriesQuery, Stuck, StuckQuery } from '@uptake/contracts';
import { Answers, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { GroupRollup } from './group-rollup.js';
import { ListStuck } from './list-stuck.js';
import { ReadRollupSeries } from './rollup-series.js';

@ApiTags('rollups')
@Controller('workspaces/:w/rollups')
@Requires('rollups.read')
export class RollupsController {
  constructor(
    private readonly groupRollup: GroupRollup,
    private readonly readSeries: ReadRollupSeries,
    private readonly listStuck: ListStuck,
  ) {}

  @Get()
  @Answers(200, Rollup)
  groups(@Scoped() scope: WorkspaceScope, @QueryOf(RollupQuery) query: RollupQuery) {
    return this.groupRollup.execute(scope, query);
  }

  @Get('series')
  @Answers(200, RollupSeries)
  series(@Scoped() scope: WorkspaceScope, @QueryOf(SeriesQuery) query: SeriesQuery) {
    return this.readSeries.execute(scope, query);
  }

  @Get('stuck')
  @Answers(200, Stuck)
  stuck(@Scoped() scope: WorkspaceScope, @QueryOf(StuckQuery) query: { limit: number }) {
    return this.listStuck.execute(scope, query);
  }
}
