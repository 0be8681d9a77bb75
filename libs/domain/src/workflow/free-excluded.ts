import type { RunLedger } from './run-ledger.js';
import type { StageRun } from './run-snapshot.js';
import { judgedRunOf, separationBreach } from './separation.js';
import { settleBlock } from './settle-block.js';
import { approvalStageByKey } from './stage-order.js';
import { openRequestsOf, requestRef } from './stage-runs.js';

/**
 * Takes the question back, in every stage that is open, from those whom the separation of duties leaves out since it was put: they
 * wrote the revision now judged, or decided at an exclusive stage that is open beside it. What this blocks is told.
 */
export function freeExcluded(ledger: RunLedger, isConcerned: (stageRun: StageRun) => boolean = () => true): void {
  for (const stageRun of ledger.snapshot.stageRuns.filter(
    (candidate) => candidate.kind === 'approval' && candidate.state === 'open' && isConcerned(candidate),
  )) {
    const stage = approvalStageByKey(ledger.definition, stageRun.stageKey);
    for (const request of openRequestsOf(ledger.snapshot, stageRun.id)) {
      const run = judgedRunOf(ledger.snapshot);
      if (separationBreach(ledger.definition, stage, run, request.memberId) === null) continue;
      ledger.record({ type: 'request.cancelled', ...requestRef(stageRun, request), reason: 'no_longer_eligible' });
    }
    settleBlock(ledger, stageRun.id);
  }
}
