import { Inject, Injectable } from '@nestjs/common';
import type { JobPayload } from '@uptake/contracts';
import { type Database, MailRepository, systemContext } from '@uptake/persistence';
import { Clock, type JobHandler, SYSTEM_DATABASE } from '@uptake/platform';
import { MAIL_ATTEMPTS } from './mail-attempts.js';
import { SendMessage } from './send-message.js';
import { SendOwedMail } from './send-owed-mail.js';

@Injectable()
export class SendMailJob implements JobHandler<'send-mail'> {
  readonly job = 'send-mail';
  readonly concurrency = 4;
  readonly attempts = MAIL_ATTEMPTS;

  constructor(
    private readonly sendOwedMail: SendOwedMail,
    private readonly sendMessage: SendMessage,
    private readonly mails: MailRepository,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly clock: Clock,
  ) {}

  handle({ workspaceId, deliveryId }: JobPayload<'send-mail'>): Promise<void> {
    return this.sendOwedMail.execute(workspaceId, deliveryId);
  }

  async gaveUp({ workspaceId, deliveryId }: JobPayload<'send-mail'>, reason: string): Promise<void> {
    const message = await this.mails.ofDelivery(this.system.reader(systemContext(workspaceId)), deliveryId);
    if (message) return this.sendMessage.giveUp(workspaceId, message, reason);
    // it failed before it was worded
    await this.system.transaction(systemContext(workspaceId), (tx) =>
      this.mails.close(tx, deliveryId, 'failed', reason, this.clock.now()),
    );
  }
}
