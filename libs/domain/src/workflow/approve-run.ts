import type { RunLedger } from './run-ledger.js';
import { approvalStages, countedDecisions, isStanding } from './stage-order.js';
import { stageHash } from './hashing.js';

/** The only way to `approved`: every approval stage stands, by decisions on what is approved now or by a rule that led past it. */
export function approveRun(ledger: RunLedger): void {
  const { run, stageRuns } = ledger.snapshot;
  const counted = countedDecisions(ledger.snapshot);
  for (const stage of approvalStages(ledger.definition)) {
    const standing = stageRuns.filter((stageRun) => stageRun.stageKey === stage.key && isStanding(stageRun));
    const judgedHash = stageHash(stage, run.judged, ledger.context.sha256);
    // Not refusals but proof: were one of these to happen, a decision would stand for what nobody saw.
    if (standing.length !== 1) throw new Error(`Stage "${stage.key}" stands ${standing.length} times at approval`);
    if (counted.some((decision) => decision.stageKey === stage.key && decision.stageHash !== judgedHash)) {
      throw new Error(`A decision counted in stage "${stage.key}" was taken on another content`);
    }
  }
  const rating = counted.findLast((decision) => decision.verifiedRating !== null);
  ledger.record({
    type: 'run.approved',
    submissionId: run.judged.submissionId,
    revision: run.judged.revision,
    approvedHash: run.judged.contentHash,
    decisionIds: counted.map((decision) => decision.id),
    reportedRating: run.judged.reportedRating,
    verifiedRating: rating?.verifiedRating ?? null,
    ratingReason: rating?.ratingReason ?? null,
  });
}
