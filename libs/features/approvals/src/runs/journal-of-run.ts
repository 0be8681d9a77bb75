import type { EventType, SubmissionKind } from '@uptake/contracts';
import type { JudgedRevision, OpenedRequest, WorkflowEvent, WorkflowEventType } from '@uptake/domain';
import type { JournalEntry } from '@uptake/persistence';
import type { RunActor } from './run-actor.js';

/** How each event of the engine is called on the outside; the compiler refuses one without a name. */
const typeOf: Readonly<Record<WorkflowEventType, EventType>> = {
  'run.started': 'submission.submitted',
  'run.revised': 'submission.submitted',
  'run.short-of-people': 'submission.short-of-people',
  'run.changes-requested': 'submission.changes-requested',
  'run.returned': 'submission.returned',
  'run.approved': 'submission.approved',
  'run.rejected': 'submission.rejected',
  'run.withdrawn': 'submission.withdrawn',
  'run.cancelled': 'submission.cancelled',
  'run.migrated': 'submission.migrated',
  'stage.opened': 'stage.opened',
  'stage.skipped': 'stage.skipped',
  'stage.blocked': 'stage.blocked',
  'stage.unblocked': 'stage.unblocked',
  'stage.completed': 'stage.completed',
  'stage.overridden': 'stage.overridden',
  'stage.superseded': 'stage.superseded',
  'stage.cancelled': 'stage.cancelled',
  'stage.voided': 'stage.voided',
  'eligibility.amended': 'stage.amended',
  'request.decided': 'approval-request.decided',
  'request.superseded': 'approval-request.superseded',
  'request.cancelled': 'approval-request.cancelled',
  'request.expired': 'approval-request.expired',
  'run.expired': 'submission.expired',
  'stage.expired': 'stage.expired',
  'stage.reminded': 'stage.reminded',
  'stage.escalated': 'stage.escalated',
  'stage.timed-out': 'stage.timed-out',
  'timer.set': 'timer.set',
  'timer.cancelled': 'timer.cancelled',
};

interface JudgedRun {
  readonly itemId: string;
  readonly kind: SubmissionKind;
  readonly judged: JudgedRevision;
}

/**
 * One entry for each event of a command, with everything the event says, so that the entries of a run, by `sequence`, rebuild its
 * state; words that people wrote stand apart as personal. `data` has, beside the event's own fields, `event` (the engine's name),
 * `runId`, `sequence`, `submissionId`, `submissionKind` and `revision`. A request that was opened gets an entry of its own, which
 * repeats what `stage.opened` says, for those who follow requests.
 */
export function journalOfRun(events: readonly WorkflowEvent[], run: JudgedRun, actor: RunActor): JournalEntry[] {
  return events.flatMap((event) => [
    entryOf(event, run, actor),
    ...openedRequests(event).map((request) => openingOf(request, event, run, actor)),
  ]);
}

function entryOf(event: WorkflowEvent, run: JudgedRun, actor: RunActor): JournalEntry {
  const { data, personal } = parted(event);
  return {
    ...actor,
    type: typeOf[event.type],
    subject: subjectOf(event, run),
    itemId: run.itemId,
    data: { ...about(run), ...data },
    ...(Object.keys(personal).length > 0 ? { personal } : {}),
  };
}

function openingOf(request: OpenedRequest, event: WorkflowEvent, run: JudgedRun, actor: RunActor): JournalEntry {
  const stage =
    'stageRunId' in event ? { stageRunId: event.stageRunId, stageKey: event.stageKey, round: event.round } : {};
  return {
    ...actor,
    type: 'approval-request.opened',
    subject: { kind: 'approval-request', id: request.id },
    itemId: run.itemId,
    data: { ...about(run), runId: event.runId, memberId: request.memberId, ...stage },
  };
}

const about = ({ kind, judged }: JudgedRun) => ({
  submissionId: judged.submissionId,
  submissionKind: kind,
  revision: judged.revision,
});

const openedRequests = (event: WorkflowEvent): readonly OpenedRequest[] =>
  event.type === 'stage.opened'
    ? event.requests
    : event.type === 'eligibility.amended' || event.type === 'stage.escalated'
      ? event.added
      : [];

function subjectOf(event: WorkflowEvent, run: JudgedRun): JournalEntry['subject'] {
  // what a timer does is about its stage
  if (event.type === 'timer.set' || event.type === 'timer.cancelled') return { kind: 'timer', id: event.timerId };
  if ('requestId' in event) return { kind: 'approval-request', id: event.requestId };
  if ('stageRunId' in event) return { kind: 'stage-run', id: event.stageRunId };
  return { kind: 'submission', id: run.judged.submissionId };
}

/** Codes may stand in the chained row for ever; what a person wrote must remain erasable. */
function parted(event: WorkflowEvent): { data: Record<string, unknown>; personal: Record<string, unknown> } {
  const { type, actorId: _actor, at: _at, ...said } = event;
  switch (event.type) {
    case 'run.started':
    case 'run.revised': {
      // what the revision says stands in its own row, which its hashes prove
      const { facts: _facts, ...judged } = event.judged;
      return { data: { event: type, ...said, judged }, personal: {} };
    }
    case 'request.decided': {
      const { reason, ratingReason, signature, ...decision } = event.decision;
      const signed = signature && { meaning: signature.meaning, method: signature.method };
      return {
        data: { event: type, ...said, decision: { ...decision, signature: signed } },
        personal: written({ reason, ratingReason, signatureName: signature?.name ?? null }),
      };
    }
    case 'stage.overridden': {
      const { reason, ...override } = event.override;
      return { data: { event: type, ...said, override }, personal: written({ reason }) };
    }
    case 'run.approved': {
      const { ratingReason, ...rest } = said as typeof event;
      return { data: { event: type, ...rest }, personal: written({ ratingReason }) };
    }
    case 'run.changes-requested':
    case 'run.returned':
    case 'run.rejected':
    case 'run.withdrawn':
    case 'run.cancelled':
    case 'run.migrated':
    case 'eligibility.amended': {
      const { reason, ...rest } = said as typeof event;
      return { data: { event: type, ...rest }, personal: written({ reason }) };
    }
    default:
      return { data: { event: type, ...said }, personal: {} };
  }
}

const written = (words: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== null));
