import type { NotificationReason } from '@uptake/contracts';

export const mailKeys = [
  'assigned',
  'team_assigned',
  'decision_needed',
  'changes_requested',
  'returned',
  'approved',
  'rejected',
  'cancelled',
  'short_of_people',
  'blocked',
  'delegation',
  'expired',
  'reminder',
  'escalated',
  'overdue',
  'news',
] as const;
export type MailKey = (typeof mailKeys)[number];

/** What a template may name, in braces. Templates hold no logic and values are never read as templates. */
export const mailSlots = ['actor', 'reference', 'title', 'workspace', 'principal'] as const;
export type MailSlot = (typeof mailSlots)[number];

export interface MailWords {
  /** Of items that the whole workspace may see. */
  subject: string;
  /** Of restricted items: a subject line is read over shoulders and kept by every server on the way. */
  discreet: string;
  lead: string;
}

/** All words of the mails in one language. */
export interface MailCatalogue {
  direction: 'ltr' | 'rtl';
  words: Readonly<Record<MailKey, MailWords>>;
  /** Ends the mail: why this person got it; may name `{principal}`, for whom they act. */
  because: Readonly<Record<NotificationReason, string>>;
  open: string;
  /** Stands for the actor where the system acted. */
  uptake: string;
}
