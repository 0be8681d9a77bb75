import { describe, expect, it } from '@jest/globals';
import { notificationReasons } from '@uptake/contracts';
import { mailCatalogues, mailKeys, mailSlots } from './catalogue/index.js';
import { type MailFacts, writeMail } from './write-mail.js';

const facts: MailFacts = {
  type: 'approval-request.opened',
  reason: 'decision_needed',
  language: 'en',
  actorName: 'Amal',
  principalName: null,
  item: { reference: 'RIV-03', title: 'Measure the water & the salt', visibility: 'workspace' },
  workspaceName: 'River',
  link: 'https://uptake.example.org/w/river/recommendations/RIV-03',
};

describe('a mail', () => {
  it('says to who acts for another for whom that is, in both languages', () => {
    const acting = { ...facts, reason: 'acting_for', principalName: 'Musa <b>' } as const;
    expect(writeMail(acting).text).toContain('because you act for \u2068Musa <b>\u2069.');
    expect(writeMail({ ...acting, language: 'ar' }).html).toContain('تنوب عن <bdi>Musa &#60;b&#62;</bdi>.');
  });

  it('names item, actor and link in text and in HTML', () => {
    expect(writeMail(facts).subject).toBe('Your decision on RIV-03: Measure the water & the salt');
    const { text, html } = writeMail({ ...facts, type: 'submission.approved', reason: 'your_submission' });
    expect(text).toContain('\u2068Amal\u2069');
    expect(text).toContain(facts.link);
    expect(html).toContain('<bdi>Measure the water &#38; the salt</bdi>');
    expect(html).toContain(`href="${facts.link}"`);
  });

  it.each(['confidential', 'participants'] as const)('says nothing of a %s item in its subject', (visibility) => {
    const { subject } = writeMail({ ...facts, item: { reference: 'RIV-03', title: 'Measure the water', visibility } });
    expect(subject).toBe('Your decision is needed in River');
  });

  it('runs from right to left in Arabic', () => {
    const { subject, html } = writeMail({ ...facts, language: 'ar-IQ' });
    expect(subject).toContain('قرارك مطلوب');
    expect(html).toContain('dir="rtl"');
  });

  it('keeps a line break out of the subject, and markup out of the HTML', () => {
    const { subject, html } = writeMail({
      ...facts,
      item: { reference: 'X', title: 'a\r\nBcc: eve@example.org <script>', visibility: 'workspace' },
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<script>');
  });

  it('does not read braces in a value as a template', () => {
    expect(writeMail({ ...facts, type: 'submission.approved', actorName: '{title}' }).text).toContain(
      '\u2068{title}\u2069',
    );
  });
});

describe.each(Object.entries(mailCatalogues))('the catalogue %s', (_language, catalogue) => {
  it('has words for every mail and reason, with known slots only', () => {
    const known = new Set<string>(mailSlots);
    for (const key of mailKeys) {
      for (const template of Object.values(catalogue.words[key])) {
        expect([...template.matchAll(/\{(\w*)\}/g)].filter(([, slot]) => !known.has(slot ?? ''))).toEqual([]);
      }
      expect(catalogue.words[key].discreet).not.toMatch(/\{(title|reference|actor)\}/);
    }
    for (const reason of notificationReasons) expect(catalogue.because[reason]).toBeTruthy();
  });
});
