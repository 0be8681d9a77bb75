import { blockOf, reachableApprovals, tally } from './quorum.js';
import type { RunLedger } from './run-ledger.js';
import { stageRef, stageRunById } from './stage-runs.js';

/** Records once that an open stage got stuck, for another reason, or free again; the managers act on it. */
export function settleBlock(ledger: RunLedger, stageRunId: string): void {
  const stageRun = stageRunById(ledger.snapshot, stageRunId);
  const votes = tally(stageRun, ledger.snapshot);
  const reason = blockOf(stageRun, votes);
  if (reason === stageRun.blocked) return;
  const stage = stageRef(stageRun);
  if (reason === null) ledger.record({ type: 'stage.unblocked', ...stage });
  else
    ledger.record({
      type: 'stage.blocked',
      ...stage,
      reason,
      required: stageRun.required,
      reachable: reachableApprovals(votes),
    });
}
