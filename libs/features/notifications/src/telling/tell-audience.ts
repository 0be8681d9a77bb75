import { Inject, Injectable } from '@nestjs/common';
import type { Job } from '@uptake/contracts';
import { audienceOf, visibilitiesOf } from '@uptake/domain';
import {
  AudienceRepository,
  Database,
  DeliveryRepository,
  type OwedDelivery,
  type Recipient,
  loadEvent,
  systemContext,
} from '@uptake/persistence';
import { Clock, JobQueue, PermanentFailure, SYSTEM_DATABASE } from '@uptake/platform';

/** Tells those whom an event concerns, each once, however often it is asked to. */
@Injectable()
export class TellAudience {
  constructor(
    private readonly audience: AudienceRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly database: Database,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Whoever may not read the item at this moment gets nothing, and the ledger says so. */
  async execute(workspaceId: string, eventId: string): Promise<void> {
    const reader = this.system.reader(systemContext(workspaceId));
    const event = await loadEvent(reader, eventId);
    if (!event) throw new PermanentFailure(`There is no event ${eventId}`);
    const concerns = audienceOf(
      event,
      await this.audience.facts(reader, { itemId: event.itemId, subjectId: event.subject.id }, this.clock.now()),
    );
    if (concerns.length === 0) return;
    const recipients = new Map(
      (
        await this.audience.recipients(
          reader,
          concerns.map(({ memberId }) => memberId),
        )
      ).map((recipient) => [recipient.memberId, recipient]),
    );
    const owed: OwedDelivery[] = [];
    for (const { memberId, reason, channels, moot } of concerns) {
      const recipient = recipients.get(memberId);
      if (!recipient) continue;
      const suppressed = (await this.maySee(workspaceId, recipient, event.itemId)) ? (moot ?? null) : 'not_visible';
      owed.push(...channels.map((channel) => ({ memberId, userId: recipient.userId, channel, reason, suppressed })));
    }
    const made = await this.system.transaction(systemContext(workspaceId), async (tx) => {
      const rows = await this.deliveries.owe(tx, event, owed, this.clock.now());
      const shownTo = rows
        .filter(({ channel, status }) => channel === 'in_app' && status === 'sent')
        .map(({ memberId }) => memberId);
      if (shownTo.length > 0) await this.deliveries.announce(tx, event, shownTo, this.clock.now());
      return rows;
    });
    // lost with a crash right here, they are found by the sweep of waiting mails
    const mails = made.filter(({ channel, status }) => channel === 'mail' && status === 'pending');
    await this.queue.add(
      mails.map(({ id }): Job => ({ name: 'send-mail', id, payload: { workspaceId, deliveryId: id } })),
    );
  }

  /** Asked in the member's own context, so that row security answers and no second rule can differ from it. */
  private async maySee(
    workspaceId: string,
    { userId, memberId, roles }: Recipient,
    itemId: string | null,
  ): Promise<boolean> {
    if (itemId === null) return true;
    return this.audience.canSee(
      this.database.reader({ workspaceId, userId, memberId, sees: visibilitiesOf(roles), at: this.clock.now() }),
      itemId,
    );
  }
}
