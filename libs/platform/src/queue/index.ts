export * from './bull-job-queue.js';
export { DEFAULT_ATTEMPTS } from './bull-options.js';
export * from './job-handlers.js';
export * from './job-queue.js';
export * from './job-workers.js';
export * from './migrate-queue.js';
export * from './permanent-failure.js';
export * from './queue-connection.js';
export { UnfitQueueServer } from './redis-queue-server.js';
