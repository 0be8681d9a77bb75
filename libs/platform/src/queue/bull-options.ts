import type { Job, JobName } from '@uptake/contracts';
import type { BulkJobOptions, WorkerOptions } from 'bullmq';
import type { JobHandler } from './job-handlers.js';

export const DEFAULT_ATTEMPTS = 10;
const FIRST_RETRY_MS = 500;
const SLOWEST_RETRY_MS = 60_000;

/**
 * Doubling from half a second to a minute, spread by a quarter to both sides, so that what failed together is not tried
 * together. Whole milliseconds: the PostgreSQL backend refuses others, and the job would hang until its lock ends.
 */
export const retryDelayMs = (attemptsMade: number): number =>
  Math.round(Math.min(SLOWEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attemptsMade - 1)) * (0.75 + Math.random() / 2));

/** A dead worker's lock ends after 10 s and the scan that follows within 5 s hands its jobs on: 15 s at the most. */
export const workerOptions = (
  { job, concurrency }: JobHandler,
  attemptsOf: (job: JobName) => number,
): Omit<WorkerOptions, 'connection'> => ({
  name: job,
  concurrency,
  lockDuration: 10_000,
  stalledInterval: 5_000,
  runRetryDelay: 1_000,
  // A kill of the process is no fault of its jobs: only the count of starts ends a job that takes its worker down each time.
  maxStalledCount: 1_000,
  maxStartedAttempts: attemptsOf(job) + 20,
  settings: { backoffStrategy: retryDelayMs },
});

/** What is done leaves the queue, for the database says that it is done; what failed stays until a person has looked. */
export const jobOptions = (job: Job, attempts: number, now: Date): BulkJobOptions => ({
  jobId: job.id,
  ...(job.notBefore ? { delay: Math.max(0, job.notBefore.getTime() - now.getTime()) } : {}),
  attempts,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  removeOnFail: false,
  stackTraceLimit: 3,
});
