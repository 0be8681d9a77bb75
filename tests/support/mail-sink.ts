import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  subject: string;
  html: string;
  /** As it came over the line. */
  raw: string;
}

/** A mail server that keeps what it is sent, or refuses as told. */
export class MailSink {
  readonly received: ReceivedMail[] = [];
  /** What it answers to the next mails: an error with its SMTP code, or null to take them. */
  answer: () => Error | null = () => null;
  /** Set, it takes a mail and says nothing more. */
  isHanging = false;
  private asked = 0;

  private constructor(private readonly server: SMTPServer) {}

  static open(): Promise<MailSink> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () =>
          sink.settle(
            callback,
            session.envelope.rcptTo.map(({ address }) => address),
            Buffer.concat(chunks).toString(),
          ),
        );
      },
    });
    const sink = new MailSink(server);
    return new Promise((resolve, reject) => {
      // rejects while it begins to listen; later it is a client that died in the middle of a mail, as some tests want it to
      server.on('error', reject);
      server.listen(0, '127.0.0.1', () => resolve(sink));
    });
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Resolves when it has been given so many mails since the last call, taken or not. */
  async untilAsked(times: number): Promise<void> {
    this.asked = 0;
    while (this.asked < times) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private settle(callback: (refusal: Error | null) => void, to: string[], raw: string): void {
    this.asked += 1;
    if (!this.isHanging) callback(this.take(to, raw));
  }

  private take(to: string[], raw: string): Error | null {
    const refusal = this.answer();
    if (!refusal) this.received.push({ to, raw, subject: headerOf(raw, 'Subject'), html: partOf(raw, 'text/html') });
    return refusal;
  }
}

const headerOf = (raw: string, name: string): string =>
  (new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'mi').exec(raw)?.[1] ?? '').replace(/\r\n[ \t]/g, ' ');

/** The words of one part, decoded from quoted-printable or base64. */
function partOf(raw: string, type: string): string {
  const part = raw.split(/\r\n--/).find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(part)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
