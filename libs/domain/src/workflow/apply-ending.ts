import type { CancelCommand, WithdrawCommand } from './commands.js';
import { isBlank } from './decision-rules.js';
import { cancelOpenStages } from './leave-stages.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

export function applyWithdrawal(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: WithdrawCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  if (command.actorId !== run.judged.submitterId) return refused('not_submitter');
  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  cancelOpenStages(ledger, 'withdrawn');
  ledger.record({ type: 'run.withdrawn', reason: command.reason });
  return ledger.applied();
}

export function applyCancellation(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: CancelCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  if (isBlank(command.reason)) return refused('reason_required');
  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  cancelOpenStages(ledger, 'cancelled');
  ledger.record({ type: 'run.cancelled', reason: command.reason });
  return ledger.applied();
}
