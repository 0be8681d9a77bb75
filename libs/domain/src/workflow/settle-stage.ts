import type { ApprovalStage } from '@uptake/contracts';
import { cancelOpenStages, supersedeRequests, supersedeStages } from './leave-stages.js';
import { advance } from './open-stage.js';
import { judgeStage, type StageVerdict, tally, type Tally } from './quorum.js';
import type { RunLedger } from './run-ledger.js';
import type { Decision, StageRun } from './run-snapshot.js';
import { settleBlock } from './settle-block.js';
import { approvalStageByKey, stageByKey, stepOf } from './stage-order.js';
import { stageRef, stageRunById } from './stage-runs.js';

/** Draws the consequence of what has been decided in an open stage: stay open, perhaps blocked, or close and move on. */
export function settleStage(ledger: RunLedger, stageRunId: string): void {
  const stageRun = stageRunById(ledger.snapshot, stageRunId);
  const stage = approvalStageByKey(ledger.definition, stageRun.stageKey);
  const votes = tally(stageRun, ledger.snapshot);
  const verdict = judgeStage(stage, stageRun, votes);
  if (verdict === null) settleBlock(ledger, stageRunId);
  else completeStage(ledger, stage, stageRun, verdict, votes);
}

function completeStage(
  ledger: RunLedger,
  stage: ApprovalStage,
  stageRun: StageRun,
  outcome: StageVerdict,
  votes: Tally,
): void {
  const deciding = decidingVotes(outcome, votes);
  supersedeRequests(ledger, stageRun, 'stage_completed');
  ledger.record({
    type: 'stage.completed',
    ...stageRef(stageRun),
    outcome,
    decisionIds: deciding.map((decision) => decision.id),
  });
  if (outcome === 'approved') advance(ledger);
  else leaveStage(ledger, stage, outcome, lastOf(deciding));
}

function decidingVotes(outcome: StageVerdict, votes: Tally): readonly Decision[] {
  if (outcome === 'approved') return votes.approvals;
  return outcome === 'rejected' ? votes.rejections : votes.changeRequests;
}

/** `by` is the decision that closed the stage; without id where its time was up. */
export function leaveStage(
  ledger: RunLedger,
  stage: ApprovalStage,
  outcome: 'rejected' | 'changes_requested',
  by: { readonly id: string | null; readonly reason: string | null },
): void {
  const cause = { fromStageKey: stage.key, reason: by.reason };
  const round = ledger.snapshot.run.round + 1;
  if (outcome === 'changes_requested') {
    if (!stage.requestChanges || by.id === null) throw new Error(`Stage "${stage.key}" offers no request for changes`);
    const toStageKey = stage.requestChanges.returnTo;
    ledger.record({ type: 'run.changes-requested', ...cause, decisionId: by.id, toStageKey, round });
    goBackTo(ledger, toStageKey);
  } else if (stage.onReject.kind === 'return') {
    const toStageKey = stage.onReject.stage;
    ledger.record({ type: 'run.returned', ...cause, decisionId: by.id, toStageKey, round });
    goBackTo(ledger, toStageKey);
  } else {
    cancelOpenStages(ledger, 'cancelled');
    ledger.record({ type: 'run.rejected', stageKey: stage.key, decisionId: by.id, reason: by.reason });
  }
}

/**
 * The decisions at the stage, in the whole of its group, and after it are void; earlier stages stand. What opens then is what comes
 * next: a rule that leads past the stage leads past it again.
 */
function goBackTo(ledger: RunLedger, stageKey: string): void {
  const [first] = stepOf(ledger.definition, stageKey);
  supersedeStages(ledger, (stageRun) => stageByKey(ledger.definition, stageRun.stageKey).order >= first.order);
  advance(ledger);
}

function lastOf(decisions: readonly Decision[]): Decision {
  const last = decisions.at(-1);
  if (!last) throw new Error('A stage closed without a decision');
  return last;
}
