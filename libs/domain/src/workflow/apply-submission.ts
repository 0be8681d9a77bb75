import type { ResubmitCommand, SubmitCommand } from './commands.js';
import { askableNow } from './eligibility.js';
import { freeExcluded } from './free-excluded.js';
import { supersedeStages } from './leave-stages.js';
import { advance, openUnasked } from './open-stage.js';
import { refused } from './refuse.js';
import { stagesAhead } from './routes.js';
import { RunLedger } from './run-ledger.js';
import type { JudgedRevision, RunSnapshot } from './run-snapshot.js';
import { findShortages, type Shortage } from './shortage.js';
import { currentStageRun, frontier } from './stage-order.js';
import { stageRef } from './stage-runs.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';
import { voidedByRevision } from './void-for-revision.js';

/** Starts a run; `before` is what the caller holds of this very run, normally nothing. */
export function applySubmit(
  version: WorkflowVersion,
  before: RunSnapshot | null,
  command: SubmitCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  if (version.state !== 'published') return refused('version_not_published');
  if (before)
    return refused(before.run.endedAt === null ? 'run_already_active' : 'run_ended', { runId: before.run.id });
  if (context.otherActiveRunId !== null) return refused('run_already_active', { runId: context.otherActiveRunId });
  if (command.judged.revision !== 1) return refused('revision_not_next', { revision: 1 });
  const shortages = shortagesFor(version, command.judged, { stageRuns: [], decisions: [], overrides: [] }, context);
  if (shortages.length > 0 && !command.acceptShortage) return refused('too_few_eligible', { shortages });

  const { submitterId: actorId } = command.judged;
  const ledger = new RunLedger(version, context, null, { runId: command.runId, actorId });
  ledger.record({
    type: 'run.started',
    subjectId: command.subjectId,
    versionId: version.id,
    versionHash: version.hash,
    round: 1,
    judged: command.judged,
  });
  return handIn(ledger, shortages);
}

/**
 * A further revision. Where it was asked for, everything after the work is void already and begins again; where stages are under
 * way, those that watch what it changes do, in a new round, and the others go on.
 */
export function applyResubmit(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: ResubmitCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  if (command.judged.revision !== run.judged.revision + 1)
    return refused('revision_not_next', { revision: run.judged.revision + 1 });
  if (command.judged.contentHash === run.judged.contentHash) return refused('content_unchanged');
  const judged = withEarlierAuthors(command.judged, run.judged);
  // Sent back, the round was raised then; handed in over the heads of deciders at work, it is raised now.
  const isAwaited = run.state === 'changes_requested';
  const voided = isAwaited ? new Set<string>() : voidedByRevision(version.definition, before, judged, context);
  const kept = before.stageRuns.filter((stageRun) => !voided.has(stageRun.id));
  const shortages = shortagesFor(version, judged, { ...before, stageRuns: kept }, context);
  if (shortages.length > 0 && !command.acceptShortage) return refused('too_few_eligible', { shortages });

  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: judged.submitterId });
  supersedeStages(ledger, (stageRun) => voided.has(stageRun.id));
  ledger.record({ type: 'run.revised', round: isAwaited ? run.round : run.round + 1, judged });
  freeExcluded(ledger);
  return handIn(ledger, shortages);
}

/** The work stage is done by the revision itself; a shortage that was accepted is told before anybody is asked. */
function handIn(ledger: RunLedger, shortages: readonly Shortage[]): WorkflowOutcome {
  if (shortages.length > 0) ledger.record({ type: 'run.short-of-people', shortages });
  completeWork(ledger);
  advance(ledger);
  return ledger.applied();
}

function completeWork(ledger: RunLedger): void {
  const open = ledger.snapshot.stageRuns.find((stageRun) => stageRun.kind === 'work' && stageRun.state === 'open');
  if (!open) {
    const [stage] = frontier(ledger.definition, ledger.snapshot.stageRuns);
    if (stage.kind !== 'work') throw new Error('A workflow begins with its work stage');
    openUnasked(ledger, stage);
  }
  for (const stageRun of ledger.snapshot.stageRuns.filter(({ kind, state }) => kind === 'work' && state === 'open')) {
    ledger.record({ type: 'stage.completed', ...stageRef(stageRun), outcome: 'completed', decisionIds: [] });
  }
}

/** Words of earlier revisions live on in this one, so their authors may not judge it either. */
function withEarlierAuthors(judged: JudgedRevision, earlier: JudgedRevision): JudgedRevision {
  const editorIds = [...new Set([...judged.editorIds, earlier.submitterId, ...earlier.editorIds])];
  return { ...judged, editorIds };
}

/** Of the stages that have yet to open: what the routes lead past asks nobody, and what is open has been asked. */
function shortagesFor(
  { definition }: WorkflowVersion,
  judged: JudgedRevision,
  { stageRuns, decisions, overrides }: Pick<RunSnapshot, 'stageRuns' | 'decisions' | 'overrides'>,
  context: WorkflowContext,
): Shortage[] {
  const ahead = stagesAhead(definition, stageRuns, { judged, item: context.item })
    .filter((stage) => stage.kind === 'approval')
    .filter((stage) => !currentStageRun(stageRuns, stage.key));
  return findShortages(ahead, (stage) => askableNow(definition, stage, { judged, decisions, overrides }, context));
}
