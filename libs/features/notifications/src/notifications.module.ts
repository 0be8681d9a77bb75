import { Module } from '@nestjs/common';
import {
  Database,
  MailRepository,
  NotificationRepository,
  StreamRepository,
  WorkspaceRepository,
} from '@uptake/persistence';
import { LOGGER, type Logger, PostgresStreamSignal, StreamSignal } from '@uptake/platform';
import { ListNotifications } from './inbox/list-notifications.js';
import { MarkRead } from './inbox/mark-read.js';
import { NotificationsController } from './inbox/notifications.controller.js';
import { OwnWorkspaces } from './inbox/own-workspaces.js';
import { EventsController } from './live/events.controller.js';
import { FollowStream } from './live/follow-stream.js';
import { ListMail } from './mail/list-mail.js';
import { MailController } from './mail/mail.controller.js';

/** What people ask for: inbox, live stream, the outbox of mails. What tells them is in NotificationJobsModule. */
@Module({
  controllers: [NotificationsController, EventsController, MailController],
  providers: [
    {
      provide: StreamSignal,
      useFactory: (database: Database, logger: Logger) => new PostgresStreamSignal(database, logger),
      inject: [Database, LOGGER],
    },
    MailRepository,
    NotificationRepository,
    StreamRepository,
    WorkspaceRepository,
    OwnWorkspaces,
    ListNotifications,
    MarkRead,
    FollowStream,
    ListMail,
  ],
})
export class NotificationsModule {}
