import { Module } from '@nestjs/common';
import {
  DelegationRepository,
  EligibilityRepository,
  GateRepository,
  ItemRepository,
  OfficialRecordRepository,
  RunItemRepository,
  RunRepository,
  SubmissionRepository,
  TimerRepository,
  WorkspaceRepository,
} from '@uptake/persistence';
import { PassDueGates } from './gates/pass-due-gates.js';
import { SweepGatesLoop } from './gates/sweep-gates.loop.js';
import { ApplyCommand } from './runs/apply-command.js';
import { EndRuns } from './runs/end-runs.js';
import { FollowRun } from './runs/follow-run.js';
import { SweepTimersLoop } from './timers/sweep-timers.loop.js';
import { Tick } from './timers/tick.js';
import { WakeTimerJob } from './timers/wake-timer.job.js';

/** What time does to runs: for the worker process, which wires job and loop from the exports and provides the `SubmissionHandlers`. */
@Module({
  providers: [
    DelegationRepository,
    EligibilityRepository,
    GateRepository,
    ItemRepository,
    OfficialRecordRepository,
    RunItemRepository,
    RunRepository,
    SubmissionRepository,
    TimerRepository,
    WorkspaceRepository,
    ApplyCommand,
    EndRuns,
    FollowRun,
    Tick,
    WakeTimerJob,
    SweepTimersLoop,
    PassDueGates,
    SweepGatesLoop,
  ],
  exports: [Tick, WakeTimerJob, SweepTimersLoop, SweepGatesLoop],
})
export class ApprovalJobsModule {}
