import net from 'node:net';

/** A line to a server that can be cut and mended, as a network does it to a browser. */
export class BreakableLine {
  private readonly ends = new Set<net.Socket>();
  private isCut = false;
  private to = '';

  private constructor(
    private readonly server: net.Server,
    /** To be used in the place of the server's. */
    readonly url: string,
  ) {}

  static open(): Promise<BreakableLine> {
    const server = net.createServer((near) => line.join(near));
    let line: BreakableLine;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        line = new BreakableLine(server, `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`);
        resolve(line);
      });
    });
  }

  /** Where it ends; a server that has to know its address beforehand starts later than the line. */
  leadTo(url: string): void {
    this.to = url;
  }

  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: net.Socket): void {
    const { hostname, port } = new URL(this.to);
    const far = net.connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
    if (this.isCut) near.destroy();
  }
}
