import type { StageDeadline } from '@uptake/contracts';
import type { TimerSet, WorkflowFact } from './events.js';
import type { RunSnapshot, StageRun, Timer } from './run-snapshot.js';
import { stageByKey } from './stage-order.js';
import { stageRef } from './stage-runs.js';
import type { WorkflowContext, WorkflowVersion } from './types.js';

/**
 * What a fact means for the timers: a stage that opens sets its own, one that is left takes them back, in the same command and
 * whichever way it came to be left (invariants 22 and 31). Asked of every fact, so that no way can forget it.
 */
export function timersFollowing(
  version: WorkflowVersion,
  before: RunSnapshot | null,
  after: RunSnapshot,
  fact: WorkflowFact,
  context: WorkflowContext,
): WorkflowFact[] {
  if (!('stageRunId' in fact)) return [];
  const isOpenIn = (snapshot: RunSnapshot | null) => stageRunIn(snapshot, fact.stageRunId)?.state === 'open';
  if (fact.type === 'stage.opened') return timersOf(version, after, fact.stageRunId, context);
  return isOpenIn(before) && !isOpenIn(after) ? cancellations(after, fact.stageRunId) : [];
}

export function timersIn(snapshot: RunSnapshot, stageRunId: string): Timer[] {
  return snapshot.timers.filter((timer) => timer.stageRunId === stageRunId);
}

/** When the time of a stage run is up; null where it has no deadline. It does not change when the stage is left. */
export function dueAt(snapshot: RunSnapshot, stageRunId: string): string | null {
  return timersIn(snapshot, stageRunId).find(({ kind }) => kind === 'timeout')?.fireAt ?? null;
}

/** When a stage run was last escalated; null where it never was. */
export function escalatedAt(snapshot: RunSnapshot, stageRunId: string): string | null {
  const rungs = timersIn(snapshot, stageRunId).filter(({ kind, state }) => kind === 'escalation' && state === 'fired');
  return rungs
    .map(({ closedAt }) => closedAt)
    .reduce((last, at) => (at !== null && (last ?? '') < at ? at : last), null);
}

function timersOf(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  stageRunId: string,
  { nextId, afterWorkingDays }: WorkflowContext,
): TimerSet[] {
  const stageRun = stageRunIn(snapshot, stageRunId) as StageRun;
  const stage = stageByKey(version.definition, stageRun.stageKey);
  if (stage.kind !== 'approval' || !stage.deadline) return [];
  return stepsOf(stage.deadline).map(({ kind, sequence, days }) => ({
    type: 'timer.set',
    ...stageRef(stageRun),
    timerId: nextId(),
    kind,
    step: sequence,
    fireAt: afterWorkingDays(days),
  }));
}

/** Each step of a deadline by its place in the definition, from 1. */
function stepsOf({ workingDays, remindAfter, escalations = [] }: StageDeadline) {
  const step = (kind: Timer['kind']) => (days: number, index: number) => ({ kind, sequence: index + 1, days });
  return [
    ...remindAfter.map(step('reminder')),
    ...escalations.map(({ afterWorkingDays }) => afterWorkingDays).map(step('escalation')),
    ...[workingDays].map(step('timeout')),
  ];
}

function cancellations(snapshot: RunSnapshot, stageRunId: string): WorkflowFact[] {
  const ref = stageRef(stageRunIn(snapshot, stageRunId) as StageRun);
  return timersIn(snapshot, stageRunId)
    .filter(({ state }) => state === 'set')
    .map(({ id, kind, sequence }) => ({ type: 'timer.cancelled', ...ref, timerId: id, kind, step: sequence }));
}

function stageRunIn(snapshot: RunSnapshot | null, id: string): StageRun | undefined {
  return snapshot?.stageRuns.find((stageRun) => stageRun.id === id);
}
