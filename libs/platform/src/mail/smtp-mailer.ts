import { type Transporter, createTransport } from 'nodemailer';
import { PermanentFailure } from '../queue/permanent-failure.js';
import { Mailer, type SentMail } from './mailer.js';

interface SmtpError extends Error {
  responseCode?: number;
}

/** Sends by the server of SMTP_URL over a few kept connections. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    const { protocol, hostname, port, username, password, searchParams } = new URL(url);
    const secure = protocol === 'smtps:';
    this.transport = createTransport({
      pool: true,
      maxConnections: 4,
      host: hostname,
      port: Number(port) || (secure ? 465 : 587),
      secure,
      ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
      // for a server on the same machine with a certificate of its own
      ...(searchParams.get('verify') === 'no' ? { tls: { rejectUnauthorized: false } } : {}),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ recipient, subject, text, html, messageId }: SentMail): Promise<'sent'> {
    if (/[\r\n]/.test(recipient + subject + messageId))
      throw new PermanentFailure('A header of the mail holds a line break');
    try {
      // an address as an object is never parsed for further ones
      const to = { name: '', address: recipient };
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        html,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'sent';
    } catch (error) {
      const { responseCode = 0, message } = error as SmtpError;
      if (responseCode >= 500) throw new PermanentFailure(message.replace(/\s+/g, ' ').slice(0, 500));
      throw error;
    }
  }

  override async close(): Promise<void> {
    this.transport.close();
  }
}
