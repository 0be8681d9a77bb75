import { Inject, Injectable } from '@nestjs/common';
import { type Database, TimerRepository } from '@uptake/persistence';
import { type BackgroundLoop, Clock, LOGGER, type Logger, SYSTEM_DATABASE } from '@uptake/platform';
import { Tick } from './tick.js';

/** Finds timers that are due and that no wake-up has reached: the queue may have lost it, or the clock was put back and forth. */
@Injectable()
export class SweepTimersLoop implements BackgroundLoop {
  readonly name = 'sweep-timers';
  readonly everyMs = 5_000;

  constructor(
    private readonly timers: TimerRepository,
    private readonly tick: Tick,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<'more' | void> {
    const due = await this.timers.takeDue(this.system, this.clock.now());
    for (const { workspaceId, timerId } of due) {
      // one that cannot act now is tried again in a minute, and must not keep the others from it
      await this.tick
        .execute(workspaceId, timerId)
        .catch((err: unknown) => this.logger.error({ err, workspaceId, timerId }, 'a timer could not act'));
    }
    if (due.length > 0) return 'more';
  }
}
