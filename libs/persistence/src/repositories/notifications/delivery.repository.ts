import type { EventEnvelope, NotificationReason } from '@uptake/contracts';
import type { Channel } from '@uptake/domain';
import { newId } from '../../new-id.js';
import type { Transaction } from '../../tenancy/transaction.js';

/** What one event owes one member, by one channel. */
export interface OwedDelivery {
  memberId: string;
  userId: string;
  channel: Channel;
  reason: NotificationReason;
  /** Null when it is to be delivered; else why it is not. */
  suppressed: string | null;
}

export interface MadeDelivery {
  id: string;
  memberId: string;
  channel: Channel;
  status: 'pending' | 'sent' | 'suppressed';
}

/**
 * The ledger of who was told what: at most one row for each event, recipient and channel, whoever asks how often. The in-app
 * notification is the delivery of its channel, so both rows are written by one statement.
 */
export class DeliveryRepository {
  /** Answers only those that were not there yet. */
  async owe(tx: Transaction, event: EventEnvelope, owed: readonly OwedDelivery[], now: Date): Promise<MadeDelivery[]> {
    const approvalRequestId = event.subject.kind === 'approval-request' ? event.subject.id : null;
    const rows = owed.map((each) => ({
      id: newId(now),
      notification_id: newId(new Date(event.at)),
      member_id: each.memberId,
      user_id: each.userId,
      channel: each.channel,
      reason: each.reason,
      suppressed: each.suppressed,
    }));
    const made = await tx.query<{ id: string; recipient_id: string; channel: Channel; status: MadeDelivery['status'] }>(
      OWE,
      [
        tx.workspaceId,
        event.id,
        JSON.stringify(rows),
        now,
        event.type,
        event.itemId,
        approvalRequestId,
        event.actorId,
        JSON.stringify(event.data),
        event.at,
      ],
    );
    return made.map((row) => ({ id: row.id, memberId: row.recipient_id, channel: row.channel, status: row.status }));
  }

  /** Puts into the stream that these members have something new; only they are told of it. Nothing is audited: nothing was decided. */
  async announce(tx: Transaction, event: EventEnvelope, recipientIds: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO outbox_event (workspace_id, id, type, subject_kind, subject_id, item_id, correlation, at, data)
       VALUES ($1, $2, 'notification.created', 'event', $3, $4, $5, $6, jsonb_build_object('recipientIds', $7::uuid[]))`,
      [tx.workspaceId, newId(now), event.id, event.itemId, event.correlation, now, recipientIds],
    );
  }
}

const OWE = `
WITH owed AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS o(id uuid, notification_id uuid, member_id uuid, user_id uuid, channel text, reason text, suppressed text)
), made AS (
  INSERT INTO delivery AS d (workspace_id, id, event_id, recipient_id, channel, reason, status, cause, created_at, sent_at)
  SELECT $1, o.id, $2, o.member_id, o.channel, o.reason,
    CASE WHEN o.suppressed IS NOT NULL THEN 'suppressed' WHEN o.channel = 'in_app' THEN 'sent' ELSE 'pending' END,
    o.suppressed, $4, CASE WHEN o.suppressed IS NULL AND o.channel = 'in_app' THEN $4::timestamptz END
  FROM owed o
  ON CONFLICT (workspace_id, event_id, recipient_id, channel) DO NOTHING
  RETURNING d.id, d.recipient_id, d.channel, d.status
), shown AS (
  INSERT INTO notification (workspace_id, id, user_id, member_id, event_id, type, reason, item_id, approval_request_id, actor_id, data, at)
  SELECT $1, o.notification_id, o.user_id, o.member_id, $2, $5, o.reason, $6, $7, $8, $9::jsonb, $10
  FROM made m JOIN owed o ON o.id = m.id WHERE m.channel = 'in_app' AND m.status = 'sent'
)
SELECT id, recipient_id, channel, status FROM made`;
