import { Inject, Injectable } from '@nestjs/common';
import { type MootCause, inboxPath, itemPath, visibilitiesOf, writeMail } from '@uptake/domain';
import {
  AudienceRepository,
  Database,
  MailRepository,
  type OwedMail,
  type Recipient,
  systemContext,
} from '@uptake/persistence';
import { Clock, ENVIRONMENT, type Environment, SYSTEM_DATABASE } from '@uptake/platform';
import { SendMessage } from './send-message.js';

/** Words the mail that a delivery owes its recipient, and sends it. */
@Injectable()
export class SendOwedMail {
  constructor(
    private readonly mails: MailRepository,
    private readonly audience: AudienceRepository,
    private readonly database: Database,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly sendMessage: SendMessage,
  ) {}

  /** Who has left, may not read the item any more or is asked no longer is sent nothing, though it was owed to them once. */
  async execute(workspaceId: string, deliveryId: string): Promise<void> {
    const reader = this.system.reader(systemContext(workspaceId));
    const owed = await this.mails.owed(reader, deliveryId, this.clock.now());
    if (!owed) return;
    const [recipient] = await this.audience.recipients(reader, [owed.memberId]);
    const hindrance = recipient && (await this.hindrance(workspaceId, recipient, owed));
    const now = this.clock.now();
    const message = await this.system.transaction(systemContext(workspaceId), async (tx) => {
      if (!recipient || hindrance) return this.mails.suppress(tx, deliveryId, hindrance ?? 'recipient_left', now);
      const messageId = `<${deliveryId}@${new URL(this.environment.PUBLIC_URL).hostname}>`;
      return this.mails.word(
        tx,
        { id: deliveryId, itemId: owed.item?.id ?? null, recipient: recipient.email, messageId },
        this.words(owed, recipient),
        now,
      );
    });
    if (message) await this.sendMessage.execute(workspaceId, message.id);
  }

  private async hindrance(
    workspaceId: string,
    { userId, memberId, roles }: Recipient,
    owed: OwedMail,
  ): Promise<string | null> {
    // one that may have gone out is not noted as withheld
    if (owed.isMoot && !owed.isWorded) return 'request_closed' satisfies MootCause;
    if (owed.isOver && !owed.isWorded) return 'delegation_over' satisfies MootCause;
    if (!owed.item) return null;
    const asMember = this.database.reader({
      workspaceId,
      userId,
      memberId,
      sees: visibilitiesOf(roles),
      at: this.clock.now(),
    });
    return (await this.audience.canSee(asMember, owed.item.id)) ? null : 'not_visible';
  }

  private words(owed: OwedMail, { language }: Recipient) {
    const { item, workspaceSlug } = owed;
    return writeMail({
      type: owed.eventType,
      reason: owed.reason,
      language,
      actorName: owed.actorName,
      principalName: owed.principalName,
      item,
      workspaceName: owed.workspaceName,
      link: this.environment.PUBLIC_URL + (item ? itemPath(workspaceSlug, item) : inboxPath(workspaceSlug)),
    });
  }
}
