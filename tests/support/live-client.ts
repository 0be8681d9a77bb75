export interface LiveMessage {
  id: string;
  event: string;
  data: { id: string; type: string; itemId: string | null; at: string } | null;
}

/** A client of the live stream, as a browser's EventSource is one, that can be dropped and come back. */
export class LiveClient {
  readonly messages: LiveMessage[] = [];
  lastEventId: string | undefined;
  /** Resolves when the server has ended the stream, or `drop` has. */
  ended: Promise<void> = Promise.resolve();
  private aborter = new AbortController();

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** Resolves with the status once the answer has begun. */
  async connect(): Promise<number> {
    this.aborter = new AbortController();
    const headers = {
      ...this.headers,
      ...(this.lastEventId === undefined ? {} : { 'last-event-id': this.lastEventId }),
    };
    const response = await fetch(this.url, { headers, signal: this.aborter.signal });
    if (response.ok && response.body) this.ended = this.read(response.body).catch(() => undefined);
    return response.status;
  }

  async drop(): Promise<void> {
    this.aborter.abort();
    await this.ended;
  }

  /** Resolves when a message satisfies the test; rejects after a while. */
  async until(test: (message: LiveMessage) => boolean, patienceMs = 8_000): Promise<LiveMessage> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const found = this.messages.find(test);
      if (found) return found;
      if (performance.now() > deadline)
        throw new Error(`It was not told; there were ${JSON.stringify(this.messages.map(({ event }) => event))}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) this.take(frame);
    }
  }

  private take(frame: string): void {
    const fields = new Map(
      frame
        .split('\n')
        .flatMap((line) =>
          line.startsWith(':') || !line
            ? []
            : [[line.slice(0, line.indexOf(':')), line.slice(line.indexOf(': ') + 2)] as const],
        ),
    );
    this.lastEventId = fields.get('id') ?? this.lastEventId;
    const data = fields.get('data');
    if (data !== undefined)
      this.messages.push({
        id: this.lastEventId ?? '',
        event: fields.get('event') ?? 'message',
        data: JSON.parse(data),
      });
  }
}
