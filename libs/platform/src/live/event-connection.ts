import type { FastifyReply } from 'fastify';

export type EventReply = FastifyReply;

export interface EventFrame {
  /** Becomes the client's Last-Event-ID. */
  id?: number;
  event?: string;
  /** Sent as JSON; a frame without data only moves the client's Last-Event-ID. */
  data?: unknown;
}

const SLOW_CLIENT_MS = 30_000;

/** One client's open answer of type text/event-stream (WHATWG HTML, 9.2). */
export class EventConnection {
  private ended = false;

  private constructor(private readonly reply: FastifyReply) {}

  /** From here on the answer is a stream: what could be refused must have been. */
  static open(reply: EventReply): EventConnection {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // proxies would wait for more
      'x-accel-buffering': 'no',
      'x-request-id': reply.request.id,
    });
    reply.raw.flushHeaders();
    const connection = new EventConnection(reply);
    reply.raw.once('close', () => (connection.ended = true));
    reply.raw.on('error', () => (connection.ended = true));
    return connection;
  }

  get isEnded(): boolean {
    return this.ended;
  }

  onEnd(listener: () => void): void {
    if (this.ended) listener();
    else this.reply.raw.once('close', listener);
  }

  /** Resolves when the client has taken them, so that nothing piles up here; cuts off one that takes nothing for half a minute. */
  async send(frames: readonly EventFrame[]): Promise<void> {
    if (this.ended || frames.length === 0) return;
    const { raw } = this.reply;
    if (raw.write(frames.map(textOf).join('')) || raw.destroyed) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        raw.off('drain', done).off('close', done);
        resolve();
      };
      const timer = setTimeout(() => raw.destroy(), SLOW_CLIENT_MS);
      raw.once('drain', done).once('close', done);
    });
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.reply.raw.end();
  }
}

function textOf({ id, event, data }: EventFrame): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event ? [`event: ${event}`] : []),
    ...(data === undefined ? [':'] : [`data: ${JSON.stringify(data)}`]),
  ];
  return `${lines.join('\n')}\n\n`;
}
