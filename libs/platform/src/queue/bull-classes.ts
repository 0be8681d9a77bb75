import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import type { Job, Queue, Worker } from 'bullmq';

/** BullMQ's two classes as this folder uses them, whichever server is behind. */
export interface BullClasses {
  Queue: new (name: string, options: object) => Queue;
  Worker: new (name: string, process: (job: Job) => Promise<void>, options: object) => Worker;
}

export const postgresClasses = withBackend(createPostgresBackend) as unknown as BullClasses;
export const redisClasses = withBackend(createRedisBackend) as unknown as BullClasses;
