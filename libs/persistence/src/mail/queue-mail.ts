import { newId } from '../new-id.js';
import type { Transaction } from '../tenancy/transaction.js';

export interface QueuedMail {
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Parts of the words that a reader of the outbox page must not see: the secret of a single-use link. */
  secrets?: readonly string[];
  /** RFC 5322 Message-ID with its angle brackets; the same one is never queued twice in a workspace. */
  messageId: string;
  /** The delivery this mail belongs to; none for mails to people who are not members yet. */
  deliveryId?: string | null;
  at: Date;
}

/** Queues one mail in the transaction that gives reason for it: rolled back with it, sent by the worker after it. */
export async function queueMail(tx: Transaction, mail: QueuedMail): Promise<void> {
  // a line break in a header would let the writer of a name add headers of their own
  if (/[\r\n]/.test(mail.recipient + mail.subject + mail.messageId))
    throw new TypeError('A mail header holds a line break');
  await tx.query(
    `INSERT INTO mail_message (workspace_id, id, delivery_id, recipient, subject, text, html, message_id, secrets, status, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', $10) ON CONFLICT (workspace_id, message_id) DO NOTHING`,
    [
      tx.workspaceId,
      newId(mail.at),
      mail.deliveryId ?? null,
      mail.recipient,
      mail.subject,
      mail.text,
      mail.html,
      mail.messageId,
      mail.secrets ?? [],
      mail.at,
    ],
  );
}
