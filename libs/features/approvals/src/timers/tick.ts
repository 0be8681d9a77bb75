import { Injectable } from '@nestjs/common';
import type { Timer } from '@uptake/domain';
import {
  Database,
  EligibilityRepository,
  ItemRepository,
  RunRepository,
  TimerRepository,
  type Transaction,
  WorkspaceRepository,
  systemContext,
} from '@uptake/persistence';
import { type ActingScope, Clock } from '@uptake/platform';
import { ApplyCommand } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';

/** `moot`: its stage was left before; `early`: by this clock its time has not come, perhaps not any more. */
export type TickResult = 'acted' | 'moot' | 'spent' | 'early' | 'unknown';

/** The one way in which a timer acts, whoever woke it. */
@Injectable()
export class Tick {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timers: TimerRepository,
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly workspaces: WorkspaceRepository,
    private readonly apply: ApplyCommand,
    private readonly follow: FollowRun,
  ) {}

  /**
   * Lets the timer act with everything that follows, in one transaction, if its time has come by the clock as it is once run and timer
   * are held. Called again, by several at once, or after a crash at any point, it acts once in all: it is what committed that counts.
   */
  async execute(workspaceId: string, timerId: string): Promise<TickResult> {
    const context = systemContext(workspaceId);
    const place = await this.timers.placeOf(this.database.reader(context), timerId);
    if (!place) return 'unknown';
    return this.database.transaction(context, async (tx) => {
      await this.eligibility.keepPeople(tx);
      const item = await this.items.lock(tx, place.item_id);
      const run = await this.runs.lock(tx, place.run_id);
      await this.timers.lock(tx, timerId);
      const scope = await this.scope(tx, timerId);
      const idle = whyIdle(
        run.snapshot.timers.find(({ id }) => id === timerId),
        scope.now(),
      );
      if (idle) return idle;
      const outcome = await this.apply.execute(tx, scope.actor, run, { type: 'tick', timerId });
      await this.follow.execute(tx, scope, item, run, outcome);
      return 'acted';
    });
  }

  private async scope(tx: Transaction, timerId: string): Promise<ActingScope> {
    const { time_zone: timeZone } = await this.workspaces.get(tx);
    const at = this.clock.now();
    return { workspace: { timeZone }, actor: { actorId: null, at, correlation: `timer:${timerId}` }, now: () => at };
  }
}

/** Nothing to complain of: a late wake-up, or one too many. The engine would say the same. */
function whyIdle(timer: Timer | undefined, now: Date): TickResult | null {
  if (!timer) return 'unknown';
  if (timer.state !== 'set') return timer.state === 'fired' ? 'spent' : 'moot';
  return now < new Date(timer.fireAt) ? 'early' : null;
}
