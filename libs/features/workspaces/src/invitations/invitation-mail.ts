export interface InvitationWords {
  /** BCP 47 tag of the workspace; what is neither Arabic nor English gets English. */
  language: string;
  workspace: string;
  inviter: string;
  expiresAt: Date;
  timeZone: string;
  link: string;
}

interface Letter {
  subject: string;
  opening: string;
  button: string;
  ending: string;
}

const letters: Readonly<Record<'en' | 'ar', (words: InvitationWords, until: string) => Letter>> = {
  en: ({ workspace, inviter }, until) => ({
    subject: `You are invited to ${workspace} on Uptake`,
    opening: `${inviter} invites you to work on “${workspace}” in Uptake, where the recommendations of a brief are followed to their results.`,
    button: 'Accept the invitation',
    ending: `The link works once, until ${until}. If you did not expect it, you need not do anything.`,
  }),
  ar: ({ workspace, inviter }, until) => ({
    subject: `دعوة إلى ${workspace} على Uptake`,
    opening: `يدعوك ${inviter} إلى العمل في «${workspace}» على Uptake، حيث تُتابَع توصيات الموجزات حتى نتائجها.`,
    button: 'قبول الدعوة',
    ending: `يعمل الرابط مرة واحدة حتى ${until}. إن لم تكن تتوقع هذه الدعوة فلا يلزمك فعل شيء.`,
  }),
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** The mail of an invitation, as text and as HTML that holds nobody's markup. */
export function invitationMail(words: InvitationWords): { subject: string; text: string; html: string } {
  const language = words.language.startsWith('ar') ? 'ar' : 'en';
  const until = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: words.timeZone,
  }).format(words.expiresAt);
  const { subject, opening, button, ending } = letters[language](words, until);
  return {
    subject,
    text: [opening, `${button}: ${words.link}`, ending, ''].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      `<body style="font-family:sans-serif;line-height:1.6;color:#1d2430;max-width:36rem;margin:2rem auto;padding:0 1rem">`,
      `<p>${escaped(opening)}</p><p><a href="${escaped(words.link)}">${escaped(button)}</a></p><p style="color:#5b6473">${escaped(ending)}</p></body></html>`,
    ].join('\n'),
  };
}
