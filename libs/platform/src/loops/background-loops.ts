import type { Logger } from '../logging/logger.js';

/** Work that is not caused by one event: it looks again and again for what is there to do. Plugged into the worker process. */
export interface BackgroundLoop {
  readonly name: string;
  /** Pause between two runs, in milliseconds; a run never overlaps the one before. */
  readonly everyMs: number;
  /** `more` when it stopped in the middle of what there was: the next run follows at once. Throwing delays the next run. */
  run(): Promise<'more' | void>;
}

const SLOWEST_MS = 30_000;

/** Runs each loop by itself, and stops between two runs. One that fails goes on more slowly, and says so. */
export class BackgroundLoops {
  private readonly pauses = new Map<string, () => void>();
  // woken in the middle of a run, whose look at what is there may have been too early
  private readonly woken = new Set<string>();
  private running: Promise<void>[] = [];
  private stopped = false;

  constructor(
    private readonly loops: readonly BackgroundLoop[],
    private readonly logger: Logger,
  ) {
    const twice = loops.find((loop, i) => loops.some((other, j) => j > i && other.name === loop.name));
    if (twice) throw new Error(`Two background loops are named ${twice.name}`);
  }

  start(): void {
    this.running = this.loops.map((loop) => this.keepRunning(loop));
  }

  /** Ends this loop's pause now. */
  wake(name: string): void {
    this.woken.add(name);
    this.pauses.get(name)?.();
  }

  /** Resolves when no loop runs any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const end of this.pauses.values()) end();
    await Promise.all(this.running);
  }

  private async keepRunning(loop: BackgroundLoop): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      let pauseMs = loop.everyMs;
      this.woken.delete(loop.name);
      try {
        if ((await loop.run()) === 'more') pauseMs = 0;
        failures = 0;
      } catch (error) {
        failures += 1;
        pauseMs = Math.min(SLOWEST_MS, Math.max(loop.everyMs, 100) * 2 ** Math.min(failures, 12));
        this.logger.error({ err: error, loop: loop.name, failures }, 'a background loop failed');
      }
      if (pauseMs > 0) await this.pause(loop.name, pauseMs);
    }
  }

  private pause(name: string, ms: number): Promise<void> {
    if (this.stopped || this.woken.has(name)) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.pauses.delete(name);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.pauses.set(name, end);
    });
  }
}
