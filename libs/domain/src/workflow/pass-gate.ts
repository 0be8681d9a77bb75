import type { RunLedger } from './run-ledger.js';
import { stageRef } from './stage-runs.js';

/** Closes the open gate of this stage if nothing is waited for any more; false where it stays. */
export function passGate(ledger: RunLedger, stageKey: string): boolean {
  const open = ledger.snapshot.stageRuns.find(
    (stageRun) => stageRun.stageKey === stageKey && stageRun.kind === 'gate' && stageRun.state === 'open',
  );
  if (!open || !ledger.context.gates.every((gate) => gate.isMet)) return false;
  ledger.record({ type: 'stage.completed', ...stageRef(open), outcome: 'completed', decisionIds: [] });
  return true;
}
