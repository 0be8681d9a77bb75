import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotificationListQuery, NotificationPage, ReadMark } from '@uptake/contracts';
import { Answers, BodyOf, QueryOf, type Scope, Scoped } from '@uptake/platform';
import { ListNotifications } from './list-notifications.js';
import { MarkRead } from './mark-read.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly listNotifications: ListNotifications,
    private readonly markRead: MarkRead,
  ) {}

  /** One's own, over all workspaces or in one. */
  @Get()
  @Answers(200, NotificationPage)
  list(@Scoped() scope: Scope, @QueryOf(NotificationListQuery) query: NotificationListQuery) {
    return this.listNotifications.execute(scope, query);
  }

  @Post('read')
  @Answers(204, null)
  async read(@Scoped() scope: Scope, @BodyOf(ReadMark) mark: ReadMark) {
    await this.markRead.execute(scope, mark);
  }
}
