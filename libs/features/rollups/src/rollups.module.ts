import { Module } from '@nestjs/common';
import { RollupRepository } from '@uptake/persistence';
import { GroupRollup } from './group-rollup.js';
import { ListStuck } from './list-stuck.js';
import { ReadRollupSeries } from './rollup-series.js';
import { RollupsController } from './rollups.controller.js';

@Module({ controllers: [RollupsController], providers: [RollupRepository, GroupRollup, ReadRollupSeries, ListStuck] })
export class RollupsModule {}
