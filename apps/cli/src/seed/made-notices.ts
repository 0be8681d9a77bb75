import { type AudienceFacts, audienceOf } from '@uptake/domain';
import type { JournalEntry } from '@uptake/persistence';
import { DAY, type MadeWorld, PRINTED } from './made-world.js';

/** Who has what an event is about; the rest of the facts is the workspace's. */
export type NoticeFacts = Partial<Pick<AudienceFacts, 'item' | 'run' | 'request'>>;

/** The inboxes of those whose sign-ins are printed, by the rules that tell people of events. Older ones are read. */
export class MadeNotices {
  private readonly userIds: ReadonlyMap<string, string>;

  constructor(private readonly world: MadeWorld) {
    this.userIds = new Map(world.people.slice(0, PRINTED).map(({ memberId, userId }) => [memberId, userId]));
  }

  tell(id: string, entry: JournalEntry, { item = null, run = null, request = null }: NoticeFacts): void {
    const { random, rows, workspaceId, managerIds, now } = this.world;
    const { type, actorId, subject, itemId = null, data = {}, correlation } = entry;
    const at = entry.at.getTime();
    const event = {
      id,
      type,
      version: 1 as const,
      workspaceId,
      actorId,
      subject,
      itemId,
      correlation,
      at: entry.at.toISOString(),
      data,
    };
    for (const { memberId, reason } of audienceOf(event, { item, run, request, managerIds })) {
      const userId = this.userIds.get(memberId);
      if (!userId) continue;
      const isRead = at < now - 40 * DAY || random.chance(0.3);
      rows.add('notification', {
        workspace_id: workspaceId,
        id: random.uuid(at),
        user_id: userId,
        member_id: memberId,
        event_id: id,
        type,
        reason,
        item_id: itemId,
        approval_request_id: subject.kind === 'approval-request' ? subject.id : null,
        actor_id: actorId,
        data,
        at: entry.at,
        read_at: isRead ? new Date(at + DAY / 4) : null,
      });
    }
  }
}
