import { z } from 'zod';
import { listQuery } from '../shared/list.schema.js';
import { ItemRef, MemberRef } from '../shared/references.schema.js';
import { Id, Instant, Version } from '../shared/scalars.schema.js';
import { Slug } from '../workspaces/workspaces.schema.js';

/** Why this person was told, strongest first: of several reasons the first names the notification. */
export const notificationReasons = [
  'decision_needed',
  'acting_for',
  'escalation',
  'your_submission',
  'assigned',
  'team_assigned',
  'owner',
  'contributor',
  'delegation',
  'manager',
  'member',
] as const;
export const NotificationReason = z.enum(notificationReasons);
export type NotificationReason = z.infer<typeof NotificationReason>;

export const Notification = z
  .object({
    id: Id,
    type: z.string(),
    reason: NotificationReason,
    workspace: z.object({ slug: z.string(), name: z.string() }),
    item: ItemRef.nullable(),
    approvalId: Id.nullable(),
    /** For whom the reader acts, where that is why they were told. */
    actingFor: MemberRef.nullable(),
    actor: MemberRef.nullable(),
    data: z.record(z.string(), z.unknown()),
    at: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;
export const NotificationListQuery = listQuery({ unread: z.stringbool().optional(), workspace: Slug.optional() });
export type NotificationListQuery = z.infer<typeof NotificationListQuery>;
export const NotificationPage = z
  .object({
    items: z.array(Notification),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
    unread: z.int(),
  })
  .meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof NotificationPage>;
/** Marks the named ones, or all up to an instant, as read. */
export const ReadMark = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(200) }),
  z.strictObject({ before: Instant }),
]);
export type ReadMark = z.infer<typeof ReadMark>;

export const MailMessage = z
  .object({
    id: Id,
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    status: z.enum(['kept', 'queued', 'sent', 'failed']),
    error: z.string().nullable(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
    version: Version.optional(),
  })
  .meta({
    id: 'MailMessage',
    description: 'kept: no SMTP server is configured, the message stays readable here; secret links are masked',
  });
export type MailMessage = z.infer<typeof MailMessage>;
export const MailListQuery = listQuery({ q: z.string().max(200).optional() });
export type MailListQuery = z.infer<typeof MailListQuery>;
export const LiveQuery = z.strictObject({ workspace: Slug });
export type LiveQuery = z.infer<typeof LiveQuery>;

/** What a client is told on the live stream; it reloads what the keys name. */
export const LiveEvent = z
  .object({ id: z.string(), type: z.string(), itemId: Id.nullable(), at: Instant })
  .meta({ id: 'LiveEvent', description: 'type: an event type, `notification`, or `reset` when the cursor is too old' });
export type LiveEvent = z.infer<typeof LiveEvent>;
