import type { RecheckEligibilityCommand } from './commands.js';
import type { RequestCancelled } from './events.js';
import { eligibleNow } from './eligibility.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { ApprovalRequest, RunSnapshot, StageRun } from './run-snapshot.js';
import { settleStage } from './settle-stage.js';
import { approvalStageByKey } from './stage-order.js';
import { openRequestsOf, requestRef, stageRunById } from './stage-runs.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/**
 * Takes the question back from those who may not answer it any more. Who is eligible on paper and how many must approve
 * stay as they are, and so does what was decided; a stage that cannot be approved with those who remain blocks.
 */
export function applyEligibilityRecheck(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: RecheckEligibilityCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  for (const stageRun of before.stageRuns.filter(({ kind, state }) => kind === 'approval' && state === 'open')) {
    for (const request of openRequestsOf(ledger.snapshot, stageRun.id)) {
      const reason = reasonToCancel(ledger, stageRun, request);
      if (reason) ledger.record({ type: 'request.cancelled', ...requestRef(stageRun, request), reason });
    }
    // what one stage came to may have closed those beside it
    if (stageRunById(ledger.snapshot, stageRun.id).state === 'open') settleStage(ledger, stageRun.id);
  }
  return ledger.applied();
}

function reasonToCancel(
  ledger: RunLedger,
  stageRun: StageRun,
  request: ApprovalRequest,
): RequestCancelled['reason'] | null {
  const stage = approvalStageByKey(ledger.definition, stageRun.stageKey);
  if (!ledger.context.activeMemberIds.includes(request.memberId)) return 'member_inactive';
  if (stageRun.appointedIds.includes(request.memberId)) return null;
  return eligibleNow(stage, ledger.context).includes(request.memberId) ? null : 'no_longer_eligible';
}
