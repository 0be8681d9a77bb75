import type { Job, JobName } from '@uptake/contracts';

export interface FailedJob {
  id: string;
  reason: string;
  attempts: number;
}

/**
 * Where background work waits. Only the relay and the workers add to it: requests write to the outbox, so that work and
 * its reason commit together. A job whose id already waits, runs or has failed is not added again.
 */
export abstract class JobQueue {
  /** All or nothing for each name; rejects when the queue does not answer. */
  abstract add(jobs: readonly Job[]): Promise<void>;
  /** Jobs that wait, run or are to be tried again; not those that wait for their hour. */
  abstract unfinished(name: JobName): Promise<number>;
  /** The latest dead letters, at most 100. */
  abstract failed(name: JobName): Promise<FailedJob[]>;
  /** Puts a dead letter back to the queue; false when there is none of this id. */
  abstract retry(name: JobName, id: string): Promise<boolean>;
  abstract close(): Promise<void>;
}
