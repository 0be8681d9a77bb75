import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Job, JobName } from '@uptake/contracts';
import { jobNames } from '@uptake/contracts';
import type { Database } from '@uptake/persistence';
import {
  BackgroundLoops,
  BullJobQueue,
  type Clock,
  DEFAULT_ATTEMPTS,
  type Environment,
  JobHandlers,
  JobWorkers,
  type Logger,
  type Mailer,
  Metrics,
  MetricsServer,
  OutboxRelay,
  SystemClock,
  openMailer,
  openQueueConnection,
} from '@uptake/platform';
import { SweepGatesLoop, SweepTimersLoop } from '@uptake/approvals';
import { WaitingMailLoop } from '@uptake/notifications';
import { workerMeasures } from './metrics/worker-measures.js';
import { WorkerModule } from './worker.module.js';

export interface WorkerSettings {
  environment: Environment;
  logger: Logger;
  database: Database;
  systemDatabase: Database;
  clock?: Clock;
  mailer?: Mailer;
}

/** The running worker: relay, jobs and loops. Closes the databases it was given when it stops. */
export interface RunningWorker {
  queue: BullJobQueue;
  /** Resolves when the outbox is empty, no timer and no gate is due and no job waits, runs or is to be tried again. */
  settled(): Promise<void>;
  /** Finishes what is under way, takes nothing new, lets go of all connections. */
  stop(): Promise<void>;
}

const LOOK_MS = 25;

export async function createWorker({
  environment,
  logger,
  database,
  systemDatabase,
  clock,
  mailer = openMailer(environment),
}: WorkerSettings): Promise<RunningWorker> {
  const connection = await openQueueConnection(environment, logger);
  let attemptsOf = (_: JobName): number => DEFAULT_ATTEMPTS;
  const queue = new BullJobQueue(
    connection,
    (name) => attemptsOf(name),
    (error) => logger.warn({ err: error }, 'the queue does not answer'),
    () => (clock ?? new SystemClock()).now(),
  );
  const parts = { environment, logger, database, systemDatabase, queue, mailer, ...(clock ? { clock } : {}) };
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parts), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const relay = app.get(OutboxRelay);
  const workers = new JobWorkers(connection, app.get(JobHandlers), logger, (job: Job) => relay.noteDone(job));
  attemptsOf = workers.attemptsOf;
  const loops = app.get(BackgroundLoops);
  await workers.start();
  loops.start();
  const { METRICS_PORT: port, HOST: host } = environment;
  const metrics =
    port === undefined
      ? undefined
      : await MetricsServer.open({
          port,
          host,
          logger,
          metrics: new Metrics('worker', workerMeasures(systemDatabase, queue)),
          isReady: () => systemDatabase.ping(),
        });

  // what a relay elsewhere has in hand counts as there, what a job has just written to the outbox comes after the job
  const isSettled = async (): Promise<boolean> => {
    await relay.relay();
    if (await relay.hasWork()) return false;
    await app.get(WaitingMailLoop).run();
    if ((await app.get(SweepTimersLoop).run()) === 'more') return false;
    if ((await app.get(SweepGatesLoop).run()) === 'more') return false;
    for (const name of jobNames) if ((await queue.unfinished(name)) > 0) return false;
    return !(await relay.hasWork());
  };
  return {
    queue,
    settled: async () => {
      while (!(await isSettled())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    },
    stop: async () => {
      await metrics?.close();
      await Promise.all([loops.stop(), workers.stop()]);
      await queue.close();
      await mailer.close();
      await connection.close();
      await app.close();
    },
  };
}
