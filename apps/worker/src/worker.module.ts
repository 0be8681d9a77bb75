import { type DynamicModule, Module } from '@nestjs/common';
import { ApprovalJobsModule, SweepGatesLoop, SweepTimersLoop, WakeTimerJob } from '@uptake/approvals';
import { ReadBriefJob } from '@uptake/briefs';
import { EvidenceJobsModule, SweepFilesLoop } from '@uptake/evidence';
import {
  NotificationJobsModule,
  RouteEventJob,
  SendMailJob,
  SendMessageJob,
  WaitingMailLoop,
} from '@uptake/notifications';
import { BriefRepository, type Database } from '@uptake/persistence';
import {
  BackgroundLoops,
  Clock,
  ENVIRONMENT,
  type Environment,
  type JobHandler,
  JobHandlers,
  JobQueue,
  LOGGER,
  type Logger,
  OutboxRelay,
  PlatformModule,
  SYSTEM_DATABASE,
} from '@uptake/platform';
import { AuditSealLoop } from './loops/audit-seal.loop.js';
import { RollupFoldLoop } from './loops/rollup-fold.loop.js';
import { SubmissionHandlersModule } from './wiring/submission-handlers.module.js';
import { WorkerPartsModule, type WorkerParts } from './worker-parts.module.js';

/**
 * The process that works behind the requests: it wires every job to its one handler and every loop into the round, and holds
 * no rule of its own.
 */
@Module({})
export class WorkerModule {
  static with(parts: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(parts),
        WorkerPartsModule.with(parts),
        SubmissionHandlersModule,
        ApprovalJobsModule,
        NotificationJobsModule,
        EvidenceJobsModule,
      ],
      providers: [
        BriefRepository,
        ReadBriefJob,
        {
          provide: JobHandlers,
          useFactory: (...handlers: JobHandler[]) => new JobHandlers(handlers),
          inject: [RouteEventJob, SendMailJob, SendMessageJob, ReadBriefJob, WakeTimerJob],
        },
        {
          provide: OutboxRelay,
          useFactory: (system: Database, queue: JobQueue, clock: Clock) => new OutboxRelay(system, queue, clock),
          inject: [SYSTEM_DATABASE, JobQueue, Clock],
        },
        {
          provide: AuditSealLoop,
          useFactory: (system: Database, environment: Environment, clock: Clock) =>
            new AuditSealLoop(system, environment.APP_SECRET, clock),
          inject: [SYSTEM_DATABASE, ENVIRONMENT, Clock],
        },
        {
          provide: RollupFoldLoop,
          useFactory: (system: Database) => new RollupFoldLoop(system),
          inject: [SYSTEM_DATABASE],
        },
        {
          provide: BackgroundLoops,
          useFactory: (
            relay: OutboxRelay,
            mail: WaitingMailLoop,
            seal: AuditSealLoop,
            fold: RollupFoldLoop,
            sweep: SweepFilesLoop,
            timers: SweepTimersLoop,
            gates: SweepGatesLoop,
            logger: Logger,
          ) => new BackgroundLoops([...relay.loops, mail, seal, fold, sweep, timers, gates], logger),
          inject: [
            OutboxRelay,
            WaitingMailLoop,
            AuditSealLoop,
            RollupFoldLoop,
            SweepFilesLoop,
            SweepTimersLoop,
            SweepGatesLoop,
            LOGGER,
          ],
        },
      ],
    };
  }
}
