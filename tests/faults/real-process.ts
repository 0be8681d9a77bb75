import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const RESTART_MS = 500;

/** The built product, as `npm test` has made it before; from source when UPTAKE_FROM_SOURCE is set, for those who change it. */
const argumentsOf = (name: string): string[] =>
  process.env['UPTAKE_FROM_SOURCE']
    ? ['--import', './.config/from-source.mjs', `apps/${name}/src/main.ts`]
    : [`apps/${name}/dist/main.js`];

/** One of the product's processes as it is started in production, killed and started again at will. */
export class RealProcess {
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private output = '';
  private isWanted = true;
  kills = 0;
  /** What it said last, each time it ended unasked. */
  readonly deaths: string[] = [];

  constructor(
    readonly name: 'api' | 'worker',
    private readonly env: Record<string, string>,
  ) {}

  start(): void {
    const child = spawn(process.execPath, ['--no-warnings', ...argumentsOf(this.name)], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (this.output = (this.output + text.toString()).slice(-20_000)));
    this.gone = new Promise((resolve) => child.once('exit', () => resolve()));
    this.child = child;
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL' || !this.isWanted) return;
      // as whatever keeps processes running would
      this.deaths.push(`${this.name} ended by itself (${signal ?? code}):\n${this.output.slice(-3_000)}`);
      setTimeout(() => this.isWanted && this.start(), RESTART_MS);
    });
  }

  /** Without a word: SIGKILL, and at once a new one. */
  async kill(): Promise<void> {
    await this.die();
    this.start();
  }

  /** SIGKILL; resolves when it is gone. */
  async die(): Promise<void> {
    this.kills += 1;
    this.child?.kill('SIGKILL');
    await this.gone;
  }

  /** Asks it to stop, and answers how long it took, in milliseconds. */
  async stop(): Promise<number> {
    const began = performance.now();
    this.isWanted = false;
    this.child?.kill('SIGTERM');
    const insist = setTimeout(() => this.child?.kill('SIGKILL'), 25_000);
    await this.gone;
    clearTimeout(insist);
    return performance.now() - began;
  }

  /** What it said last, for a failing test. */
  get said(): string {
    return `--- ${this.name}\n${this.output}`;
  }
}
