import type { EventType, NotificationReason, Visibility } from '@uptake/contracts';
import { type MailKey, type MailSlot, mailCatalogueFor } from './catalogue/index.js';

export interface MailFacts {
  type: EventType;
  reason: NotificationReason;
  /** BCP 47 tag of the recipient's language. */
  language: string;
  /** Null where the system acted. */
  actorName: string | null;
  /** For whom the recipient acts, where that is why they are told. */
  principalName: string | null;
  item: { reference: string; title: string; visibility: Visibility } | null;
  workspaceName: string;
  /** Where the mail's one link leads. */
  link: string;
}

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const keyOfType: Partial<Record<EventType, MailKey>> = {
  'submission.changes-requested': 'changes_requested',
  'submission.returned': 'returned',
  'submission.approved': 'approved',
  'submission.rejected': 'rejected',
  'submission.cancelled': 'cancelled',
  'submission.short-of-people': 'short_of_people',
  'approval-request.opened': 'decision_needed',
  'stage.blocked': 'blocked',
  'delegation.created': 'delegation',
  'delegation.changed': 'delegation',
  'delegation.revoked': 'delegation',
  'submission.expired': 'expired',
  'stage.reminded': 'reminder',
  'stage.escalated': 'escalated',
  'stage.timed-out': 'overdue',
};
const keyOfReason: Partial<Record<NotificationReason, MailKey>> = {
  assigned: 'assigned',
  team_assigned: 'team_assigned',
};

export const mailKeyOf = (type: EventType, reason: NotificationReason): MailKey =>
  keyOfType[type] ?? keyOfReason[reason] ?? 'news';

/** Words one mail for one person, as text and as HTML in the direction of their language. */
export function writeMail(facts: MailFacts): WrittenMail {
  const catalogue = mailCatalogueFor(facts.language);
  const words = catalogue.words[mailKeyOf(facts.type, facts.reason)];
  const isOpen = facts.item?.visibility === 'workspace';
  const values: Record<MailSlot, string> = {
    actor: facts.actorName ?? catalogue.uptake,
    reference: facts.item?.reference ?? facts.workspaceName,
    title: facts.item?.title ?? facts.workspaceName,
    workspace: facts.workspaceName,
    principal: facts.principalName ?? catalogue.uptake,
  };
  const because = catalogue.because[facts.reason];
  const subject = fill(isOpen ? words.subject : words.discreet, values, oneLine);
  const lead = fill(words.lead, values, (value) => isolate(oneLine(value)));
  const text = `${lead}\n\n${catalogue.open}:\n${facts.link}\n\n${fill(because, values, (value) => isolate(oneLine(value)))}\n`;
  const html = page({
    language: facts.language,
    direction: catalogue.direction,
    lead: fill(escape(words.lead), values, (value) => `<bdi>${escape(oneLine(value))}</bdi>`),
    link: escape(facts.link),
    open: escape(catalogue.open),
    because: fill(escape(because), values, (value) => `<bdi>${escape(oneLine(value))}</bdi>`),
  });
  return { subject, text, html };
}

// one pass: braces in a value are not read again
const fill = (template: string, values: Readonly<Record<MailSlot, string>>, shown: (value: string) => string): string =>
  template.replace(/\{(\w+)\}/g, (_, slot: MailSlot) => shown(values[slot]));

// a line break in a name must not begin a header of its own
const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

// FIRST STRONG ISOLATE ... POP: a title in another script must not turn the sentence around it
const isolate = (value: string): string => `\u2068${value}\u2069`;

const escape = (value: string): string => value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const page = (part: {
  language: string;
  direction: string;
  lead: string;
  link: string;
  open: string;
  because: string;
}): string => `<!doctype html>
<html lang="${escape(part.language)}" dir="${part.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body dir="${part.direction}" style="margin:0;padding:24px;background:#f7f5f0;color:#22201c;font:16px/1.6 Inter,Vazirmatn,'Segoe UI',Tahoma,sans-serif">
<div style="max-width:34em;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e3ded3;border-radius:6px">
<p style="margin:0 0 20px">${part.lead}</p>
<p style="margin:0 0 20px"><a href="${part.link}" style="display:inline-block;padding:9px 18px;background:#1f4e79;color:#ffffff;border-radius:4px;text-decoration:none">${part.open}</a></p>
<p style="margin:0;color:#6b665c;font-size:14px">${part.because}</p>
</div>
</body>
</html>
`;
