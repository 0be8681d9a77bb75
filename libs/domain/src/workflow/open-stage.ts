import type { ApprovalStage, WorkflowStage } from '@uptake/contracts';
import { approveRun } from './approve-run.js';
import { askableNow } from './eligibility.js';
import { stageHash } from './hashing.js';
import { requiredApprovals } from './quorum.js';
import type { RunLedger } from './run-ledger.js';
import { frontier } from './stage-order.js';
import { settleBlock } from './settle-block.js';

/** Opens what comes next, or approves the run when nothing is left before its end. */
export function advance(ledger: RunLedger): void {
  const next = frontier(ledger.definition, ledger.snapshot.stageRuns);
  if (next.kind === 'end') approveRun(ledger);
  else openStage(ledger, next);
}

/** Freezes who is asked and how many must approve. Short of people it opens all the same, blocked. */
export function openStage(ledger: RunLedger, stage: WorkflowStage): void {
  switch (stage.kind) {
    case 'work':
      openWorkStage(ledger, stage.key);
      return;
    case 'approval':
      openApprovalStage(ledger, stage);
      return;
    case 'gate':
    case 'end':
      throw new Error(`A stage of kind "${stage.kind}" does not open`);
  }
}

/** Nobody is asked: it waits for the submitter, and closes by a revision being handed in. */
export function openWorkStage(ledger: RunLedger, stageKey: string): string {
  const { run } = ledger.snapshot;
  const stageRunId = ledger.context.nextId();
  ledger.record({
    type: 'stage.opened',
    stageRunId,
    stageKey,
    round: run.round,
    kind: 'work',
    required: 0,
    eligibleIds: [],
    stageHash: run.judged.contentHash,
    requests: [],
  });
  return stageRunId;
}

function openApprovalStage(ledger: RunLedger, stage: ApprovalStage): void {
  const { run, decisions } = ledger.snapshot;
  const eligibleIds = askableNow(ledger.definition, stage, { judged: run.judged, decisions }, ledger.context);
  const stageRunId = ledger.context.nextId();
  ledger.record({
    type: 'stage.opened',
    stageRunId,
    stageKey: stage.key,
    round: run.round,
    kind: 'approval',
    required: requiredApprovals(stage.quorum, eligibleIds.length),
    eligibleIds,
    stageHash: stageHash(stage, run.judged, ledger.context.sha256),
    requests: eligibleIds.map((memberId) => ({ id: ledger.context.nextId(), memberId })),
  });
  settleBlock(ledger, stageRunId);
}
