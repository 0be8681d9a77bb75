import { Module } from '@nestjs/common';
import { ActivityRepository } from '@uptake/persistence';
import { ActivityController } from './activity.controller.js';
import { ListActivity } from './list-activity.js';

@Module({ controllers: [ActivityController], providers: [ActivityRepository, ListActivity] })
export class ActivityModule {}
