import type { OverrideCommand } from './commands.js';
import { isBlank } from './decision-rules.js';
import { freeExcluded } from './free-excluded.js';
import { supersedeRequests } from './leave-stages.js';
import { advance } from './open-stage.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { Override, RunSnapshot, StageRun } from './run-snapshot.js';
import { judgedRunOf, separationBreach } from './separation.js';
import { approvalStageByKey } from './stage-order.js';
import { stageRef } from './stage-runs.js';
import type { CommandRefused, WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/** Sets an open approval stage aside and goes on. Nothing of it is an approval: it is said in an event and a row of its own kind. */
export function applyOverride(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: OverrideCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  const stageRun = before.stageRuns.find(({ id, kind }) => id === command.stageRunId && kind === 'approval');
  if (!stageRun || stageRun.state !== 'open') return refused('stage_not_open', { stageState: stageRun?.state });
  const no = whyNotOverride(version, before, { stageRun, actorId: command.actorId }, context);
  if (no) return no;
  if (isBlank(command.reason)) return refused('reason_required');

  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  const override: Override = {
    id: context.nextId(),
    ...stageRef(stageRun),
    revision: run.judged.revision,
    actorId: command.actorId,
    reason: command.reason,
    subjectHash: run.judged.contentHash,
    at: context.now,
  };
  supersedeRequests(ledger, stageRun, 'stage_overridden');
  ledger.record({ type: 'stage.overridden', ...stageRef(stageRun), override });
  advance(ledger);
  freeExcluded(ledger, (other) => other.id !== stageRun.id);
  return ledger.applied();
}

/** Also what a screen asks before it offers to: the right people, who took no part in what is judged or on the other side of it. */
export function whyNotOverride(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  { stageRun, actorId }: { readonly stageRun: StageRun; readonly actorId: string },
  people: Pick<WorkflowContext, 'overriders' | 'activeMemberIds'>,
): CommandRefused | null {
  const stage = approvalStageByKey(version.definition, stageRun.stageKey);
  if (!stage.overridableBy) return refused('override_not_offered', { stageKey: stage.key });
  const breach = separationBreach(version.definition, stage, judgedRunOf(snapshot), actorId);
  if (breach) return refused(breach, { stageKey: stage.key, memberIds: [actorId] });
  if (!people.activeMemberIds.includes(actorId)) return refused('member_inactive', { memberIds: [actorId] });
  const isNamed = people.overriders[stage.key]?.includes(actorId) ?? false;
  return isNamed ? null : refused('may_not_override', { stageKey: stage.key });
}
