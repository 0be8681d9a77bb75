import type { Job } from '@uptake/contracts';
import { eventTypesWithJob, jobOfEvent } from '@uptake/domain';
import {
  type Database,
  RELAY_BATCH,
  forgetEvents,
  hasEventsToRelay,
  markEventHandled,
  relayAgain,
  relayEvents,
  sequenceEvents,
} from '@uptake/persistence';
import type { Clock } from '../clock/clock.js';
import type { BackgroundLoop } from '../loops/background-loops.js';
import type { JobQueue } from '../queue/job-queue.js';

/**
 * It looks, and nobody wakes it: a transaction that NOTIFies commits under a lock shared with all others that do, which took a
 * quarter to three quarters of the writes away at 16 writers. Looking costs a tenth of a millisecond. What comes meanwhile goes
 * together the next time: the queue takes hundreds of jobs at almost the price of one.
 */
const EVERY_MS = 100;
const SWEEP_EVERY_MS = 5_000;
/** A job that is not done for so long may have been lost; where it only waits, adding it again changes nothing. */
const LOST_AFTER_MS = 20_000;
const DAY = 86_400_000;
const KEPT_DAYS = 30;

/**
 * Moves what transactions left in the outbox to the live stream and to the queue. Nothing else adds work, so that there is a
 * job exactly where a transaction committed.
 */
export class OutboxRelay {
  constructor(
    private readonly system: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  get loops(): BackgroundLoop[] {
    return [
      {
        name: 'outbox-relay',
        everyMs: EVERY_MS,
        run: async () => ((await this.relay()) >= RELAY_BATCH ? 'more' : undefined),
      },
      { name: 'outbox-sweep', everyMs: SWEEP_EVERY_MS, run: () => this.sweep() },
      { name: 'outbox-forget', everyMs: DAY / 24, run: () => this.forget() },
    ];
  }

  /** Whether there is anything that no relay has finished with. */
  hasWork(): Promise<boolean> {
    return hasEventsToRelay(this.system);
  }

  /** One round; answers how many events moved. */
  async relay(): Promise<number> {
    if (!(await this.hasWork())) return 0;
    const placed = await sequenceEvents(this.system, eventTypesWithJob, this.clock.now());
    const relayed = await relayEvents(this.system, this.clock.now(), (events) =>
      this.queue.add(events.map(jobOfEvent).filter((job): job is Job => job !== null)),
    );
    return placed + relayed;
  }

  /** Told by the workers of each job that is done. */
  async noteDone(job: Job): Promise<void> {
    const eventId = job.name === 'route-event' ? job.payload.eventId : job.name === 'read-brief' ? job.id : undefined;
    if (eventId)
      await markEventHandled(this.system, { workspaceId: job.payload.workspaceId, id: eventId }, this.clock.now());
  }

  async sweep(): Promise<void> {
    await relayAgain(this.system, new Date(this.clock.now().getTime() - LOST_AFTER_MS));
  }

  async forget(): Promise<'more' | void> {
    if ((await forgetEvents(this.system, new Date(this.clock.now().getTime() - KEPT_DAYS * DAY))) > 0) return 'more';
  }
}
