import { type JobName, type JobPayload, jobNames } from '@uptake/contracts';

/**
 * What one kind of job does. The payload holds ids only: the handler reloads, rechecks, and may meet the same job twice.
 * A PermanentFailure ends the job, whatever else it throws is tried again, each time later, until the attempts are used up.
 */
export interface JobHandler<N extends JobName = JobName> {
  readonly job: N;
  /** How many of these one process runs at once. */
  readonly concurrency: number;
  /** How often it is tried in all; 10 where nothing is said, over about three minutes. */
  readonly attempts?: number;
  handle(payload: JobPayload<N>): Promise<void>;
  /** After the last attempt, or a permanent failure; the job itself stays in the queue as failed. */
  gaveUp?(payload: JobPayload<N>, reason: string): Promise<void>;
}

/** Exactly one handler a job: a missing or doubled one stops the boot, not a delivery at night. */
export class JobHandlers {
  private readonly byJob: ReadonlyMap<JobName, JobHandler>;

  constructor(handlers: readonly JobHandler[], jobs: readonly JobName[] = jobNames) {
    for (const job of jobs) {
      const found = handlers.filter((handler) => handler.job === job).length;
      if (found !== 1) throw new Error(`The job ${job} has ${found} handlers; exactly one is needed`);
    }
    this.byJob = new Map(handlers.map((handler) => [handler.job, handler]));
  }

  all(): JobHandler[] {
    return [...this.byJob.values()];
  }
}
