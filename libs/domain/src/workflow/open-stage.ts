import type { ApprovalStage, WorkflowStage } from '@uptake/contracts';
import { approveRun } from './approve-run.js';
import { askableNow } from './eligibility.js';
import { stageHash } from './hashing.js';
import { passGate } from './pass-gate.js';
import { requiredApprovals } from './quorum.js';
import { isEntered, ruleLeadingPast } from './routes.js';
import type { RunLedger } from './run-ledger.js';
import { judgedRunOf } from './separation.js';
import { settleBlock } from './settle-block.js';
import { skipStages } from './skip-stages.js';
import { currentStageRun, frontier } from './stage-order.js';

/**
 * Opens what comes next, led past what a rule skips, or approves the run when nothing is left before its end. Stages of a group
 * open together; while one of them is still open the others that stand wait for it, so that the group is left once.
 */
export function advance(ledger: RunLedger): void {
  const { definition } = ledger;
  const next = frontier(definition, ledger.snapshot.stageRuns);
  if (!isEntered(next, ledger.snapshot.stageRuns)) {
    const facts = { judged: ledger.snapshot.run.judged, item: ledger.context.item };
    const rule = ruleLeadingPast(definition, ledger.snapshot.stageRuns, next, facts);
    if (rule) {
      skipStages(ledger, next, rule);
      return advance(ledger);
    }
  }
  if (next[0].kind === 'end') return approveRun(ledger);
  for (const stage of next) {
    if (!currentStageRun(ledger.snapshot.stageRuns, stage.key)) openStage(ledger, stage);
  }
  if (next[0].kind === 'gate' && passGate(ledger, next[0].key)) advance(ledger);
}

/** Freezes who is asked and how many must approve. Short of people it opens all the same, blocked. */
function openStage(ledger: RunLedger, stage: WorkflowStage): void {
  switch (stage.kind) {
    case 'work':
    case 'gate':
      openUnasked(ledger, stage);
      return;
    case 'approval':
      openApprovalStage(ledger, stage);
      return;
    case 'end':
      throw new Error('The end does not open');
  }
}

/** Nobody is asked: work closes by a revision being handed in, a gate by what it waits for. */
export function openUnasked(ledger: RunLedger, { key, kind }: Pick<WorkflowStage, 'key' | 'kind'>): void {
  const { run } = ledger.snapshot;
  ledger.record({
    type: 'stage.opened',
    stageRunId: ledger.context.nextId(),
    stageKey: key,
    round: run.round,
    kind,
    required: 0,
    eligibleIds: [],
    stageHash: run.judged.contentHash,
    requests: [],
  });
}

function openApprovalStage(ledger: RunLedger, stage: ApprovalStage): void {
  const { run } = ledger.snapshot;
  const eligibleIds = askableNow(ledger.definition, stage, judgedRunOf(ledger.snapshot), ledger.context);
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
