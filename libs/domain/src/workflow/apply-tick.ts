import type { ApprovalStage } from '@uptake/contracts';
import type { TickCommand } from './commands.js';
import { escalateStage } from './escalate-stage.js';
import { cancelOpenStages, expireRequests } from './leave-stages.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { RunSnapshot, StageRun, Timer } from './run-snapshot.js';
import { leaveStage } from './settle-stage.js';
import { approvalStageByKey } from './stage-order.js';
import { openRequestsOf, stageRef, stageRunById } from './stage-runs.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/**
 * Lets one timer act, if its time has come by the clock handed in. It acts once (invariant 30); that of a stage left since does
 * nothing (invariant 31). Whatever time does, it approves nothing (invariant 32).
 */
export function applyTick(
  version: WorkflowVersion,
  before: RunSnapshot,
  { timerId }: TickCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const timer = before.timers.find(({ id }) => id === timerId);
  if (!timer) return refused('timer_unknown');
  if (timer.state === 'fired') return refused('timer_spent');
  const ledger = new RunLedger(version, context, before, { runId: before.run.id, actorId: null });
  const stageRun = stageRunById(before, timer.stageRunId);
  if (timer.state === 'cancelled' || stageRun.state !== 'open') return ledger.applied();
  if (Date.parse(context.now) < Date.parse(timer.fireAt)) return refused('timer_not_due', { fireAt: timer.fireAt });
  act(ledger, approvalStageByKey(version.definition, stageRun.stageKey), stageRun, timer);
  return ledger.applied();
}

function act(ledger: RunLedger, stage: ApprovalStage, stageRun: StageRun, timer: Timer): void {
  const step = { ...stageRef(stageRun), timerId: timer.id, step: timer.sequence };
  switch (timer.kind) {
    case 'reminder': {
      const memberIds = openRequestsOf(ledger.snapshot, stageRun.id).map(({ memberId }) => memberId);
      ledger.record({ type: 'stage.reminded', ...step, memberIds });
      return;
    }
    case 'escalation':
      escalateStage(ledger, stage, stageRun, step);
      return;
    case 'timeout':
      timeOut(ledger, stage, stageRun, step);
  }
}

function timeOut(
  ledger: RunLedger,
  stage: ApprovalStage,
  stageRun: StageRun,
  step: { timerId: string; step: number; stageRunId: string; stageKey: string; round: number },
): void {
  if (!stage.deadline) throw new Error(`Stage "${stage.key}" has no deadline`);
  const { onTimeout } = stage.deadline;
  ledger.record({ type: 'stage.timed-out', ...step, outcome: onTimeout });
  if (onTimeout === 'escalate') return;
  expireRequests(ledger, stageRun);
  if (onTimeout === 'reject') {
    ledger.record({ type: 'stage.completed', ...stageRef(stageRun), outcome: 'rejected', decisionIds: [] });
    leaveStage(ledger, stage, 'rejected', { id: null, reason: null });
    return;
  }
  ledger.record({ type: 'stage.expired', ...stageRef(stageRun) });
  cancelOpenStages(ledger, 'cancelled');
  ledger.record({ type: 'run.expired', stageKey: stage.key });
}
