import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivityEntry, ActivityListQuery, page } from '@uptake/contracts';
import { Answers, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { presentActivity } from './activity.presenter.js';
import { ListActivity } from './list-activity.js';

@ApiTags('activity')
@Controller('workspaces/:w/items/:id/activity')
export class ActivityController {
  constructor(private readonly listActivity: ListActivity) {}

  @Get()
  @Requires('item.activity')
  @Answers(200, page(ActivityEntry))
  async list(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @QueryOf(ActivityListQuery) query: ActivityListQuery,
  ) {
    const { rows, ...rest } = await this.listActivity.execute(scope, id, query);
    return { items: rows.map(presentActivity), ...rest };
  }
}
