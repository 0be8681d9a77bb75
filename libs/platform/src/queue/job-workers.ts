import { type Job as AnyJob, type JobName, type JobPayload, jobSchemas } from '@uptake/contracts';
import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import type { Logger } from '../logging/logger.js';
import { DEFAULT_ATTEMPTS, workerOptions } from './bull-options.js';
import type { JobHandler, JobHandlers } from './job-handlers.js';
import { PermanentFailure } from './permanent-failure.js';
import type { QueueConnection } from './queue-connection.js';

const PATIENCE_MS = 15_000;

/** Runs the handlers on what waits in the queue: one BullMQ worker a job name. */
export class JobWorkers {
  private workers: Worker[] = [];

  constructor(
    private readonly connection: QueueConnection,
    private readonly handlers: JobHandlers,
    private readonly logger: Logger,
    /** Told of each job that ended well; when it throws, the job is tried again. */
    private readonly onDone: (job: AnyJob) => Promise<void> = async () => undefined,
  ) {}

  attemptsOf = (name: JobName): number =>
    this.handlers.all().find(({ job }) => job === name)?.attempts ?? DEFAULT_ATTEMPTS;

  async start(): Promise<void> {
    const { Worker } = this.connection.classes;
    this.workers = this.handlers.all().map((handler) => {
      const options = {
        ...workerOptions(handler, this.attemptsOf),
        connection: this.connection.consumer(),
        prefix: this.connection.prefix(handler.job),
      };
      const worker = new Worker(handler.job, (job) => this.run(handler, job), options);
      worker.on('error', (error) => this.logger.warn({ err: error, job: handler.job }, 'the queue does not answer'));
      worker.on('stalled', (id) =>
        this.logger.warn({ job: handler.job, id }, 'a job was handed on from a worker that died'),
      );
      worker.on('failed', (job, error) => void this.noteFailure(handler, job, error));
      return worker;
    });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no new jobs and waits for those under way; what does not end in time is left to another worker. */
  async stop(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const outOfPatience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([Promise.all(this.workers.map((worker) => worker.close())), outOfPatience]);
    clearTimeout(timer);
  }

  private async run(handler: JobHandler, job: Job): Promise<void> {
    const payload = jobSchemas[handler.job].safeParse(job.data);
    if (!payload.success)
      throw new UnrecoverableError(`The payload is not one of ${handler.job}: ${payload.error.message}`);
    try {
      await handler.handle(payload.data as JobPayload<JobName>);
      await this.onDone({ name: handler.job, id: job.id ?? '', payload: payload.data } as AnyJob);
    } catch (error) {
      if (error instanceof PermanentFailure) throw new UnrecoverableError(error.message);
      throw error;
    }
  }

  private async noteFailure(handler: JobHandler, job: Job | undefined, error: Error): Promise<void> {
    // BullMQ itself fails a job with an UnrecoverableError when it was started too often
    const isLast =
      !job ||
      error instanceof UnrecoverableError ||
      error.name === 'UnrecoverableError' ||
      job.attemptsMade >= (job.opts.attempts ?? 1);
    this.logger[isLast ? 'error' : 'warn'](
      { err: error, job: handler.job, id: job?.id, attempts: job?.attemptsMade },
      isLast ? 'a job failed for good' : 'a job failed and will be tried again',
    );
    if (!isLast || !job) return;
    await handler
      .gaveUp?.(job.data as JobPayload<JobName>, error.message)
      .catch((err: unknown) =>
        this.logger.error({ err, job: handler.job, id: job.id }, 'a failure could not be recorded'),
      );
  }
}
