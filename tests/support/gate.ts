import net from 'node:net';

/** Stands before a server and can be shut: whoever is inside is cut off, whoever comes is refused. */
export class Gate {
  private readonly sockets = new Set<net.Socket>();
  private server: net.Server | undefined;

  private constructor(
    private readonly target: { host: string; port: number },
    private port: number,
  ) {}

  static async before(url: string): Promise<{ gate: Gate; url: string }> {
    const to = new URL(url);
    const gate = new Gate({ host: to.hostname, port: Number(to.port) }, 0);
    await gate.open();
    to.hostname = '127.0.0.1';
    to.port = String(gate.port);
    return { gate, url: to.toString() };
  }

  async open(): Promise<void> {
    const server = net.createServer((from) => {
      const to = net.connect(this.target);
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy()).on('close', () => (this.sockets.delete(one), other.destroy()));
      }
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as net.AddressInfo).port;
    this.server = server;
  }

  async shut(): Promise<void> {
    const closed = new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
