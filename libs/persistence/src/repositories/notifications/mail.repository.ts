import type { EventType, NotificationReason, Visibility, MailListQuery, MailMessage, Page } from '@uptake/contracts';
import type { WrittenMail } from '@uptake/domain';
import { newId } from '../../new-id.js';
import { readList } from '../../paging/read-list.js';
import type { Reader, Row, Transaction } from '../../tenancy/transaction.js';
import { holdingFor } from '../approvals/acting-sql.js';

/** What a mail owed to a member is worded from, as things stand now. */
export interface OwedMail {
  deliveryId: string;
  eventId: string;
  eventType: EventType;
  reason: NotificationReason;
  memberId: string;
  actorName: string | null;
  workspaceName: string;
  workspaceSlug: string;
  item: { id: string; kind: string; reference: string; title: string; visibility: Visibility } | null;
  /** It asks for a decision that is asked for no longer. */
  isMoot: boolean;
  /** For whom the recipient acts, where that is why they are told. */
  principalName: string | null;
  /** They are told because they act for somebody, and do so no longer. */
  isOver: boolean;
  /** An earlier attempt worded it, and may have sent it before it died. */
  isWorded: boolean;
}

/** A mail ready to go. */
export interface OutgoingMail extends WrittenMail {
  id: string;
  deliveryId: string | null;
  recipient: string;
  messageId: string;
  /** Parts of the words that nobody must read once the mail has gone. */
  secrets: readonly string[];
}

interface MessageRow extends Row {
  id: string;
  delivery_id: string | null;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  message_id: string;
  secrets: string[];
}

export class MailRepository {
  /** Undefined when the delivery is not pending (any more). */
  async owed(reader: Reader, deliveryId: string, now: Date): Promise<OwedMail | undefined> {
    const row = await reader.one<Row & Omit<OwedMail, 'deliveryId'>>(
      `SELECT e.id AS "eventId", e.type AS "eventType", d.reason, d.recipient_id AS "memberId", a.name AS "actorName", w.name AS "workspaceName", w.slug AS "workspaceSlug",
         CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('id', i.id, 'kind', i.kind, 'reference', i.reference, 'title', i.title, 'visibility', i.visibility) END AS item,
         EXISTS (SELECT 1 FROM approval_request q WHERE q.workspace_id = e.workspace_id AND q.id = e.subject_id AND q.state <> 'open') AND e.type = 'approval-request.opened' AS "isMoot",
         (SELECT pm.name FROM approval_request q JOIN member pm ON pm.workspace_id = q.workspace_id AND pm.id = q.member_id
          WHERE q.workspace_id = e.workspace_id AND q.id = e.subject_id AND d.reason = 'acting_for') AS "principalName",
         d.reason = 'acting_for' AND NOT EXISTS (SELECT 1 FROM approval_request q WHERE q.workspace_id = e.workspace_id AND q.id = e.subject_id
           AND EXISTS (SELECT 1 FROM ${holdingFor('q', '$3')} AND g.to_id = d.recipient_id)) AS "isOver",
         EXISTS (SELECT 1 FROM mail_message m WHERE m.workspace_id = d.workspace_id AND m.delivery_id = d.id) AS "isWorded"
       FROM delivery d
       JOIN outbox_event e ON e.workspace_id = d.workspace_id AND e.id = d.event_id
       JOIN workspace w ON w.id = d.workspace_id
       LEFT JOIN item i ON i.workspace_id = e.workspace_id AND i.id = e.item_id
       LEFT JOIN member a ON a.workspace_id = e.workspace_id AND a.id = e.actor_id
       WHERE d.workspace_id = $1 AND d.id = $2 AND d.channel = 'mail' AND d.status = 'pending'`,
      [reader.workspaceId, deliveryId, now],
    );
    return row && { deliveryId, ...row };
  }

  /** Keeps the words of a delivery's mail; one that was worded before keeps its first words, whichever it is that goes out. */
  async word(
    tx: Transaction,
    delivery: { id: string; itemId: string | null; recipient: string; messageId: string },
    mail: WrittenMail,
    now: Date,
  ): Promise<OutgoingMail> {
    await tx.query(
      `INSERT INTO mail_message (workspace_id, id, delivery_id, item_id, recipient, subject, text, html, message_id, status, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', $10) ON CONFLICT (workspace_id, message_id) DO NOTHING`,
      [
        tx.workspaceId,
        newId(now),
        delivery.id,
        delivery.itemId,
        delivery.recipient,
        mail.subject,
        mail.text,
        mail.html,
        delivery.messageId,
        now,
      ],
    );
    const kept = await tx.one<MessageRow>(`${MESSAGE} AND m.message_id = $2`, [tx.workspaceId, delivery.messageId]);
    if (!kept) throw new Error('A mail was worded and not kept');
    return outgoing(kept);
  }

  /** The id of the message worded for a delivery. */
  async ofDelivery(reader: Reader, deliveryId: string): Promise<string | undefined> {
    return (
      await reader.one<{ id: string }>(
        `SELECT m.id FROM mail_message m WHERE m.workspace_id = $1 AND m.delivery_id = $2`,
        [reader.workspaceId, deliveryId],
      )
    )?.id;
  }

  /** Holds a message that waits to be sent against every other sender; undefined when it waits no longer or another holds it. */
  async hold(tx: Transaction, id: string): Promise<OutgoingMail | undefined> {
    const row = await tx.one<MessageRow>(`${MESSAGE} AND m.id = $2 AND m.status = 'queued' FOR UPDATE SKIP LOCKED`, [
      tx.workspaceId,
      id,
    ]);
    return row && outgoing(row);
  }

  /** Notes how it went, on the message and on its delivery in one transaction. What has left needs its secrets no longer. */
  async settle(
    tx: Transaction,
    mail: OutgoingMail,
    status: 'sent' | 'kept' | 'failed',
    error: string | null,
    now: Date,
  ): Promise<void> {
    const [text, html] =
      status === 'sent' ? [masked(mail.text, mail.secrets), masked(mail.html, mail.secrets)] : [mail.text, mail.html];
    await tx.query(
      `UPDATE mail_message m SET status = $3, error = $4, sent_at = $5, text = $6, html = $7, secrets = CASE WHEN $3 = 'sent' THEN '{}' ELSE m.secrets END
       WHERE m.workspace_id = $1 AND m.id = $2 AND m.status = 'queued'`,
      [tx.workspaceId, mail.id, status, error, status === 'sent' ? now : null, text, html],
    );
    if (mail.deliveryId) await this.close(tx, mail.deliveryId, status === 'failed' ? 'failed' : 'sent', error, now);
  }

  /** Ends a pending delivery as not to be sent; what was worded for it and still waits is taken back. */
  async suppress(tx: Transaction, deliveryId: string, cause: string, now: Date): Promise<void> {
    await tx.query(
      `DELETE FROM mail_message m WHERE m.workspace_id = $1 AND m.delivery_id = $2 AND m.status = 'queued'`,
      [tx.workspaceId, deliveryId],
    );
    await this.close(tx, deliveryId, 'suppressed', cause, now);
  }

  /** Ends a pending delivery. */
  async close(
    tx: Transaction,
    deliveryId: string,
    status: 'sent' | 'failed' | 'suppressed',
    cause: string | null,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE delivery d SET status = $3, cause = $4, attempts = d.attempts + 1, sent_at = CASE WHEN $3 = 'sent' THEN $5::timestamptz END
       WHERE d.workspace_id = $1 AND d.id = $2 AND d.status = 'pending'`,
      [tx.workspaceId, deliveryId, status, cause, now],
    );
  }

  /** Mails that wait, over all workspaces: worded ones without a delivery, and deliveries that have waited since before an instant. */
  async waiting(
    reader: Reader,
    before: Date,
  ): Promise<Array<{ workspaceId: string; id: string; kind: 'message' | 'delivery' }>> {
    return reader.query(
      `(SELECT m.workspace_id AS "workspaceId", m.id, 'message' AS kind FROM mail_message m WHERE m.status = 'queued' AND m.delivery_id IS NULL ORDER BY m.created_at LIMIT 200)
       UNION ALL
       (SELECT d.workspace_id, d.id, 'delivery' FROM delivery d WHERE d.status = 'pending' AND d.created_at < $1 ORDER BY d.created_at LIMIT 1000)`,
      [before],
    );
  }

  /** The outbox page, newest first; what a reader must not see of a text is masked here, before it leaves the database's side. */
  async list(reader: Reader, query: MailListQuery): Promise<Page<MailMessage>> {
    const columns = 'm.id, m.recipient, m.subject, m.text, m.status, m.error, m.secrets, m.created_at, m.sent_at';
    const where = `m.workspace_id = $1 AND ($2::text IS NULL OR strpos(lower(m.recipient || ' ' || m.subject), lower($2)) > 0) ${VISIBLE}`;
    const fields = { createdAt: { sql: 'm.created_at', type: 'timestamptz' } } as const;
    const list = {
      columns,
      from: 'mail_message m',
      where,
      values: [reader.workspaceId, query.q ?? null],
      id: 'm.id',
      fields,
      fallback: '-createdAt',
      changedAt: 'm.created_at',
    };
    const { rows, ...rest } = await readList<ListedMessage>(reader, list, query);
    return {
      items: rows.map((row) => ({
        id: row.id,
        to: row.recipient,
        subject: masked(row.subject, row.secrets),
        text: masked(row.text, row.secrets),
        status: row.status,
        error: row.error,
        createdAt: row.created_at.toISOString(),
        sentAt: row.sent_at?.toISOString() ?? null,
      })),
      ...rest,
    };
  }
}

type ListedMessage = MessageRow & {
  status: MailMessage['status'];
  error: string | null;
  created_at: Date;
  sent_at: Date | null;
};

const MESSAGE = `SELECT m.id, m.delivery_id, m.recipient, m.subject, m.text, m.html, m.message_id, m.secrets FROM mail_message m WHERE m.workspace_id = $1`;

// an administrator who may not see an item does not read of it here either
const VISIBLE = `AND (m.item_id IS NULL OR EXISTS (SELECT 1 FROM item i WHERE i.workspace_id = m.workspace_id AND i.id = m.item_id))`;

const outgoing = (row: MessageRow): OutgoingMail => ({
  id: row.id,
  deliveryId: row.delivery_id,
  recipient: row.recipient,
  subject: row.subject,
  text: row.text,
  html: row.html,
  messageId: row.message_id,
  secrets: row.secrets,
});

const masked = (text: string, secrets: readonly string[]): string =>
  secrets.filter(Boolean).reduce((shown, secret) => shown.replaceAll(secret, '••••••••'), text);
