export interface SentMail {
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** RFC 5322 Message-ID with its angle brackets: the same one for every attempt, so that a repeated mail is known as such. */
  messageId: string;
}

/**
 * The way out for mails. `kept` where no server is configured: the mail stays readable in the workspace's outbox. Throws a
 * PermanentFailure when the server refuses this mail for good, anything else when another attempt may succeed.
 */
export abstract class Mailer {
  abstract send(mail: SentMail): Promise<'sent' | 'kept'>;
  async close(): Promise<void> {}
}

/** For installations without a mail server. */
export class KeepingMailer extends Mailer {
  async send(): Promise<'kept'> {
    return 'kept';
  }
}
