import type { ApprovalState, StageRunState } from '@uptake/contracts';
import type { OpenedRequest, RunStarted, EventStamp, TimerSet, WorkflowEvent } from './events.js';
import type { ApprovalRequest, Run, RunSnapshot, StageRun, Timer } from './run-snapshot.js';

/** The state after an event. The only writer of state: what no event says has not happened. Rows untouched keep their identity. */
export function evolve(before: RunSnapshot | null, event: WorkflowEvent): RunSnapshot {
  if (event.type === 'run.started') return started(event);
  if (!before) throw new Error(`The history of a run cannot begin with ${event.type}`);
  const stamped = withRun(before, { lockVersion: event.lockVersion, lastSequence: event.sequence });
  return change(stamped, event);
}

/** The state that a whole history leads to; null for an empty one. */
export function replay(events: readonly WorkflowEvent[]): RunSnapshot | null {
  return events.reduce<RunSnapshot | null>(evolve, null);
}

function change(snapshot: RunSnapshot, event: Exclude<WorkflowEvent, { type: 'run.started' }>): RunSnapshot {
  switch (event.type) {
    case 'run.short-of-people':
      return snapshot;
    case 'run.revised':
      return withRun(snapshot, { state: 'active', round: event.round, judged: event.judged });
    case 'run.migrated':
      return withRun(snapshot, { round: event.round, versionId: event.versionId, versionHash: event.versionHash });
    case 'run.changes-requested':
    case 'run.returned':
      return withRun(snapshot, { round: event.round });
    case 'stage.opened': {
      const stageRun: StageRun = {
        id: event.stageRunId,
        stageKey: event.stageKey,
        kind: event.kind,
        round: event.round,
        state: 'open',
        required: event.required,
        eligibleIds: event.eligibleIds,
        appointedIds: [],
        stageHash: event.stageHash,
        blocked: null,
        skippedBy: null,
        openedAt: event.at,
        closedAt: null,
      };
      const opened = { ...snapshot, stageRuns: [...snapshot.stageRuns, stageRun] };
      const state = event.kind === 'work' ? 'changes_requested' : 'active';
      return withRun(withOpenRequests(opened, event.stageRunId, event.requests, event.at), { state });
    }
    case 'stage.skipped':
      return { ...snapshot, stageRuns: [...snapshot.stageRuns, skipped(event)] };
    case 'stage.blocked':
      return withStageRun(snapshot, event.stageRunId, { blocked: event.reason });
    case 'stage.unblocked':
      return withStageRun(snapshot, event.stageRunId, { blocked: null });
    case 'request.decided':
      return {
        ...closeRequest(snapshot, event.requestId, 'decided', event.at),
        decisions: [...snapshot.decisions, event.decision],
      };
    case 'request.superseded':
      return closeRequest(snapshot, event.requestId, 'superseded', event.at);
    case 'request.cancelled':
      return closeRequest(snapshot, event.requestId, 'cancelled', event.at);
    case 'stage.completed': {
      const closed = closeStage(snapshot, event.stageRunId, event.outcome, event.at);
      return event.outcome === 'completed' ? withRun(closed, { state: 'active' }) : closed;
    }
    case 'stage.overridden': {
      const closed = closeStage(snapshot, event.stageRunId, 'overridden', event.at);
      return { ...closed, overrides: [...closed.overrides, event.override] };
    }
    case 'stage.superseded':
      return closeStage(snapshot, event.stageRunId, 'superseded', event.at);
    case 'stage.cancelled':
      return closeStage(snapshot, event.stageRunId, 'cancelled', event.at);
    case 'stage.voided':
      return withStageRun(snapshot, event.stageRunId, { state: 'superseded' });
    case 'eligibility.amended':
      return withAsked(snapshot, event, event);
    case 'run.approved':
      return withRun(snapshot, {
        state: 'approved',
        verifiedRating: event.verifiedRating,
        ratingReason: event.ratingReason,
        endedAt: event.at,
      });
    case 'run.rejected':
      return withRun(snapshot, { state: 'rejected', endedAt: event.at });
    case 'run.withdrawn':
      return withRun(snapshot, { state: 'withdrawn', endedAt: event.at });
    case 'run.cancelled':
      return withRun(snapshot, { state: 'cancelled', endedAt: event.at });
    case 'run.expired':
      return withRun(snapshot, { state: 'expired', endedAt: event.at });
    case 'request.expired':
      return closeRequest(snapshot, event.requestId, 'expired', event.at);
    case 'stage.expired':
      return closeStage(snapshot, event.stageRunId, 'expired', event.at);
    case 'timer.set':
      return withTimer(snapshot, event);
    case 'timer.cancelled':
      return closeTimer(snapshot, event.timerId, 'cancelled', event.at);
    case 'stage.reminded':
    case 'stage.timed-out':
      return closeTimer(snapshot, event.timerId, 'fired', event.at);
    case 'stage.escalated':
      return withAsked(closeTimer(snapshot, event.timerId, 'fired', event.at), event, {});
  }
}

function started(event: EventStamp & RunStarted): RunSnapshot {
  const run: Run = {
    id: event.runId,
    subjectId: event.subjectId,
    versionId: event.versionId,
    versionHash: event.versionHash,
    state: 'active',
    round: event.round,
    lockVersion: event.lockVersion,
    lastSequence: event.sequence,
    judged: event.judged,
    verifiedRating: null,
    ratingReason: null,
    startedAt: event.at,
    endedAt: null,
  };
  return { run, stageRuns: [], requests: [], decisions: [], overrides: [], timers: [] };
}

function skipped(event: Extract<WorkflowEvent, { type: 'stage.skipped' }>): StageRun {
  return {
    id: event.stageRunId,
    stageKey: event.stageKey,
    kind: event.kind,
    round: event.round,
    state: 'skipped',
    required: 0,
    eligibleIds: [],
    appointedIds: [],
    stageHash: event.stageHash,
    blocked: null,
    skippedBy: event.rule,
    openedAt: event.at,
    closedAt: event.at,
  };
}

/** Those added are appointed: asked although the stage's own rules do not name them. */
function withAsked(
  snapshot: RunSnapshot,
  { stageRunId, added: opened, at }: EventStamp & { stageRunId: string; added: readonly OpenedRequest[] },
  { removedMemberIds = [], required }: { removedMemberIds?: readonly string[]; required?: number },
): RunSnapshot {
  const added = opened.map((request) => request.memberId);
  const stageRuns = snapshot.stageRuns.map((stageRun) => {
    if (stageRun.id !== stageRunId) return stageRun;
    const kept = (memberIds: readonly string[]) =>
      memberIds.filter((memberId) => !added.includes(memberId) && !removedMemberIds.includes(memberId));
    return {
      ...stageRun,
      required: required ?? stageRun.required,
      eligibleIds: [...kept(stageRun.eligibleIds), ...added],
      appointedIds: [...kept(stageRun.appointedIds), ...added],
    };
  });
  return withOpenRequests({ ...snapshot, stageRuns }, stageRunId, opened, at);
}

/** A request that was cancelled and is put again keeps its id: one request per member and stage run. */
function withOpenRequests(
  snapshot: RunSnapshot,
  stageRunId: string,
  opened: readonly OpenedRequest[],
  at: string,
): RunSnapshot {
  const isOpened = new Set(opened.map((request) => request.id));
  const isKnown = new Set(snapshot.requests.map((request) => request.id));
  const reopened = snapshot.requests.map((request): ApprovalRequest =>
    isOpened.has(request.id) ? { ...request, state: 'open', openedAt: at, closedAt: null } : request,
  );
  const added = opened
    .filter((request) => !isKnown.has(request.id))
    .map((request): ApprovalRequest => ({ ...request, stageRunId, state: 'open', openedAt: at, closedAt: null }));
  return { ...snapshot, requests: [...reopened, ...added] };
}

function withTimer(snapshot: RunSnapshot, { timerId: id, stageRunId, kind, step, fireAt }: TimerSet): RunSnapshot {
  const timer: Timer = { id, stageRunId, kind, sequence: step, fireAt, state: 'set', closedAt: null };
  return { ...snapshot, timers: [...snapshot.timers, timer] };
}

function closeTimer(snapshot: RunSnapshot, id: string, state: Timer['state'], at: string): RunSnapshot {
  const timers = snapshot.timers.map((timer) => (timer.id === id ? { ...timer, state, closedAt: at } : timer));
  return { ...snapshot, timers };
}

function withRun(snapshot: RunSnapshot, changes: Partial<Run>): RunSnapshot {
  return { ...snapshot, run: { ...snapshot.run, ...changes } };
}

function withStageRun(snapshot: RunSnapshot, id: string, changes: Partial<StageRun>): RunSnapshot {
  const stageRuns = snapshot.stageRuns.map((stageRun) => (stageRun.id === id ? { ...stageRun, ...changes } : stageRun));
  return { ...snapshot, stageRuns };
}

function closeStage(snapshot: RunSnapshot, id: string, state: StageRunState, at: string): RunSnapshot {
  return withStageRun(snapshot, id, { state, blocked: null, closedAt: at });
}

function closeRequest(snapshot: RunSnapshot, id: string, state: ApprovalState, at: string): RunSnapshot {
  const requests = snapshot.requests.map((request) =>
    request.id === id ? { ...request, state, closedAt: at } : request,
  );
  return { ...snapshot, requests };
}
