import { type Job, type JobName, jobNames } from '@uptake/contracts';
import type { Queue } from 'bullmq';
import { jobOptions } from './bull-options.js';
import { type FailedJob, JobQueue } from './job-queue.js';
import type { QueueConnection } from './queue-connection.js';

/** The queue behind the port: one BullMQ queue a job name, so that slow mails keep nothing else waiting. */
export class BullJobQueue extends JobQueue {
  private readonly queues: ReadonlyMap<JobName, Queue>;

  constructor(
    connection: QueueConnection,
    private readonly attemptsOf: (job: JobName) => number,
    onError: (error: Error) => void,
    private readonly now: () => Date = () => new Date(),
  ) {
    super();
    const { Queue } = connection.classes;
    const client = connection.producer();
    this.queues = new Map(
      jobNames.map((name) => {
        const queue = new Queue(name, { connection: client, prefix: connection.prefix(name) });
        queue.on('error', onError);
        return [name, queue];
      }),
    );
  }

  async add(jobs: readonly Job[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const ofName = jobs.filter((job) => job.name === name);
      const [first] = ofName;
      const optionsOf = (job: Job) => jobOptions(job, this.attemptsOf(name), this.now());
      // many at once take three temporary tables, whose making costs more than one job by itself
      if (first && ofName.length === 1) await queue.add(name, first.payload, optionsOf(first));
      else if (first) await queue.addBulk(ofName.map((job) => ({ name, data: job.payload, opts: optionsOf(job) })));
    }
  }

  unfinished(name: JobName): Promise<number> {
    // a wake-up that waits for its hour is no work left undone
    const delayed = name === 'wake-timer' ? [] : (['delayed'] as const);
    return this.queue(name).getJobCountByTypes('waiting', 'active', 'prioritized', ...delayed);
  }

  async failed(name: JobName): Promise<FailedJob[]> {
    const jobs = await this.queue(name).getFailed(0, 99);
    return jobs.map((job) => ({ id: job.id ?? '', reason: job.failedReason, attempts: job.attemptsMade }));
  }

  async retry(name: JobName, id: string): Promise<boolean> {
    const job = await this.queue(name).getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(name: JobName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`There is no queue for ${name}`);
    return queue;
  }
}
