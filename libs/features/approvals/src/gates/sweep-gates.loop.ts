import { Inject, Injectable } from '@nestjs/common';
import { type Database, type PassableRun, passableRuns, systemContext } from '@uptake/persistence';
import { type BackgroundLoop, Clock, LOGGER, type Logger, SYSTEM_DATABASE } from '@uptake/platform';
import { PassDueGates } from './pass-due-gates.js';

const BATCH = 50;

/** Lets pass what waited for a day that has come, and what two moves at once have left standing at an open gate. */
@Injectable()
export class SweepGatesLoop implements BackgroundLoop {
  readonly name = 'sweep-gates';
  readonly everyMs = 5_000;

  constructor(
    private readonly pass: PassDueGates,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<'more' | void> {
    const found = await passableRuns(this.system.reader(systemContext()), this.clock.now(), BATCH);
    let passed = 0;
    for (const run of found) passed += (await this.tryToPass(run)) ? 1 : 0;
    if (found.length === BATCH && passed > 0) return 'more';
  }

  /** One that cannot pass now must not keep the others from it; it is found again in a while. */
  private async tryToPass(run: PassableRun): Promise<boolean> {
    try {
      await this.pass.execute(run);
      return true;
    } catch (err: unknown) {
      this.logger.error({ err, ...run }, 'a gate could not pass');
      return false;
    }
  }
}
