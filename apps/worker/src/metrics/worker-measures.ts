import { type JobName, jobNames } from '@uptake/contracts';
import { type Database, measureOutbox } from '@uptake/persistence';
import type { JobQueue, Measure } from '@uptake/platform';

/** What tells whether the work behind the requests keeps up. */
export const workerMeasures = (system: Database, queue: JobQueue): Measure[] => [
  {
    name: 'uptake_outbox_events',
    help: 'Events of the outbox that wait for the relay, and that have no finished job yet; deliveries that wait to be sent',
    label: 'state',
    read: async () => ({ ...(await measureOutbox(system)) }),
  },
  {
    name: 'uptake_queue_unfinished_jobs',
    help: 'Jobs that wait, run or are to be tried again',
    label: 'job',
    read: () => byJob((job) => queue.unfinished(job)),
  },
  {
    name: 'uptake_queue_failed_jobs',
    help: 'Dead letters, counted to 100',
    label: 'job',
    read: () => byJob(async (job) => (await queue.failed(job)).length),
  },
];

const byJob = async (of: (job: JobName) => Promise<number>): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(jobNames.map(async (job) => [job, await of(job)] as const)));
