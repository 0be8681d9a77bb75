import type { RecheckGatesCommand } from './commands.js';
import { advance } from './open-stage.js';
import { passGate } from './pass-gate.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/** What was waited for may be there: open gates pass, and what comes after them opens. Nothing happens while one is unmet. */
export function applyGatesRecheck(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: RecheckGatesCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  const open = before.stageRuns.filter(({ kind, state }) => kind === 'gate' && state === 'open');
  const hasPassed = open.map((gate) => passGate(ledger, gate.stageKey)).some((passed) => passed);
  if (hasPassed) advance(ledger);
  return ledger.applied();
}
