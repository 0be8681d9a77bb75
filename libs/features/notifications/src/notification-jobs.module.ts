import { Module } from '@nestjs/common';
import { AudienceRepository, DeliveryRepository, MailRepository } from '@uptake/persistence';
import { SendMailJob } from './mail/send-mail.job.js';
import { SendMessage } from './mail/send-message.js';
import { SendMessageJob } from './mail/send-message.job.js';
import { SendOwedMail } from './mail/send-owed-mail.js';
import { WaitingMailLoop } from './mail/waiting-mail.loop.js';
import { RouteEventJob } from './telling/route-event.job.js';
import { TellAudience } from './telling/tell-audience.js';

/** What tells people: for the worker process, which wires jobs and loops from the exports. */
@Module({
  providers: [
    AudienceRepository,
    DeliveryRepository,
    MailRepository,
    TellAudience,
    SendOwedMail,
    SendMessage,
    RouteEventJob,
    SendMailJob,
    SendMessageJob,
    WaitingMailLoop,
  ],
  exports: [RouteEventJob, SendMailJob, SendMessageJob, WaitingMailLoop],
})
export class NotificationJobsModule {}
