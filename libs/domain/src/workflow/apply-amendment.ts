import type { AmendEligibilityCommand } from './commands.js';
import { isBlank } from './decision-rules.js';
import { requiredApprovals, votersOf } from './quorum.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { RunSnapshot, StageRun } from './run-snapshot.js';
import { judgedRunOf, separationBreach } from './separation.js';
import { settleStage } from './settle-stage.js';
import { approvalStageByKey } from './stage-order.js';
import { openRequestsOf, requestRef, stageRef } from './stage-runs.js';
import type { CommandRefused, WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/** Changes who is asked in an open stage, and the required count with it. Who may amend is for the permission table. */
export function applyAmendment(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: AmendEligibilityCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  const stageRun = before.stageRuns.find(({ id, kind }) => id === command.stageRunId && kind === 'approval');
  if (!stageRun || stageRun.state !== 'open') return refused('stage_not_open', { stageState: stageRun?.state });
  const effect = effectOf(before, stageRun, command);
  const no = refusalOf(version, before, stageRun, command, effect, context);
  if (no) return no;

  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  for (const request of openRequestsOf(before, stageRun.id).filter(({ memberId }) =>
    effect.removed.includes(memberId),
  )) {
    ledger.record({ type: 'request.cancelled', ...requestRef(stageRun, request), reason: 'amended' });
  }
  const size = stageRun.eligibleIds.filter((id) => !effect.removed.includes(id) && !effect.added.includes(id)).length;
  const { quorum } = approvalStageByKey(version.definition, stageRun.stageKey);
  ledger.record({
    type: 'eligibility.amended',
    ...stageRef(stageRun),
    added: effect.added.map((memberId) => ({
      id: requestIdFor(before, stageRun, memberId) ?? context.nextId(),
      memberId,
    })),
    removedMemberIds: effect.removed,
    requiredBefore: stageRun.required,
    required: requiredApprovals(quorum, size + effect.added.length),
    reason: command.reason,
  });
  settleStage(ledger, stageRun.id);
  return ledger.applied();
}

interface Effect {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Whom the command really adds (not asked now) and removes (eligible now). */
function effectOf(snapshot: RunSnapshot, stageRun: StageRun, command: AmendEligibilityCommand): Effect {
  const asked = openRequestsOf(snapshot, stageRun.id).map((request) => request.memberId);
  return {
    added: [...new Set(command.addMemberIds)].filter((memberId) => !asked.includes(memberId)),
    removed: [...new Set(command.removeMemberIds)].filter((memberId) => stageRun.eligibleIds.includes(memberId)),
  };
}

function refusalOf(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  stageRun: StageRun,
  command: AmendEligibilityCommand,
  { added, removed }: Effect,
  context: WorkflowContext,
): CommandRefused | null {
  const { decisions } = snapshot;
  const { judged } = snapshot.run;
  if (command.actorId === judged.submitterId || judged.editorIds.includes(command.actorId))
    return refused('amended_by_submitter');
  if (isBlank(command.reason)) return refused('reason_required');
  if (added.length + removed.length === 0 || added.some((memberId) => removed.includes(memberId)))
    return refused('amendment_empty');
  const decidedHere = decisions.filter((decision) => decision.stageRunId === stageRun.id);
  // who answered for another has no voice left here, but may be asked no more; whose request was answered stays as they are
  const spent = votersOf(decidedHere);
  const answered = decidedHere.map((decision) => decision.onBehalfOfId ?? decision.actorId);
  const settled = [
    ...added.filter((memberId) => spent.has(memberId)),
    ...removed.filter((memberId) => answered.includes(memberId)),
  ];
  if (settled.length > 0) return refused('member_has_decided', { memberIds: settled });
  const inactive = added.filter((memberId) => !context.activeMemberIds.includes(memberId));
  if (inactive.length > 0) return refused('member_inactive', { memberIds: inactive });
  const stage = approvalStageByKey(version.definition, stageRun.stageKey);
  const excluded = added.filter((memberId) =>
    separationBreach(version.definition, stage, judgedRunOf(snapshot), memberId),
  );
  return excluded.length > 0 ? refused('member_excluded', { memberIds: excluded }) : null;
}

function requestIdFor(snapshot: RunSnapshot, stageRun: StageRun, memberId: string): string | undefined {
  return snapshot.requests.find((request) => request.stageRunId === stageRun.id && request.memberId === memberId)?.id;
}
