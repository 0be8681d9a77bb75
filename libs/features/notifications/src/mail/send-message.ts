import { Inject, Injectable } from '@nestjs/common';
import { type Database, MailRepository, systemContext } from '@uptake/persistence';
import { Clock, Mailer, SYSTEM_DATABASE } from '@uptake/platform';

/** Sends one worded mail, unless another worker is at it or has done so. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly mails: MailRepository,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the message's row until its sending is noted, so that only a death between the server's answer and the commit
   * sends a mail twice, with the same Message-ID.
   */
  async execute(workspaceId: string, messageId: string): Promise<void> {
    await this.system.transaction(systemContext(workspaceId), async (tx) => {
      const mail = await this.mails.hold(tx, messageId);
      if (!mail) return;
      await this.mails.settle(tx, mail, await this.mailer.send(mail), null, this.clock.now());
    });
  }

  /** No attempt is left: the outbox page shows why. */
  async giveUp(workspaceId: string, messageId: string, reason: string): Promise<void> {
    await this.system.transaction(systemContext(workspaceId), async (tx) => {
      const mail = await this.mails.hold(tx, messageId);
      if (mail) await this.mails.settle(tx, mail, 'failed', reason, this.clock.now());
    });
  }
}
