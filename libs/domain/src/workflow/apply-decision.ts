import type { DecideCommand } from './commands.js';
import { freeExcluded } from './free-excluded.js';
import { type Answer, delegationOf, firstRefusal, rulesOfAnswering, rulesOfDeciding } from './decision-rules.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { Decision, RunSnapshot } from './run-snapshot.js';
import { settleStage } from './settle-stage.js';
import { approvalStageByKey } from './stage-order.js';
import { requestRef, stageRunById } from './stage-runs.js';
import type { DecidersNow, WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

export function applyDecision(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: DecideCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  // First of all: a repeated command is answered as it was, whatever has happened since.
  const earlier = before.decisions.find((decision) => isSameKey(decision, command));
  if (earlier) {
    if (!isSameDecision(earlier, command)) return refused('idempotency_key_reused', { decisionId: earlier.id });
    return { ok: true, state: before, events: [], decisionId: earlier.id, isReplay: true };
  }
  const answer = answerTo(version, before, command, context);
  if (!answer) return refused('request_unknown');
  const no = firstRefusal(rulesOfAnswering, answer) ?? firstRefusal(rulesOfDeciding, { ...answer, command });
  return no ? { ok: false, refusal: no } : decide(version, before, answer, command, context);
}

/** Null when the run has no such request. */
export function answerTo(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  given: Pick<DecideCommand, 'requestId' | 'actorId' | 'onBehalfOfId'>,
  people: DecidersNow,
): Answer | null {
  const request = snapshot.requests.find((candidate) => candidate.id === given.requestId);
  if (!request) return null;
  const stageRun = stageRunById(snapshot, request.stageRunId);
  const stage = approvalStageByKey(version.definition, stageRun.stageKey);
  const { actorId, onBehalfOfId } = given;
  return { definition: version.definition, snapshot, stage, stageRun, request, people, actorId, onBehalfOfId };
}

function decide(
  version: WorkflowVersion,
  before: RunSnapshot,
  answer: Answer,
  command: DecideCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { request, stageRun, stage } = answer;
  const ledger = new RunLedger(version, context, before, { runId: before.run.id, actorId: command.actorId });
  const { requestId, actorId, onBehalfOfId, verdict, reason, subjectHash, verifiedRating, channel, idempotencyKey } =
    command;
  const decision: Decision = {
    id: context.nextId(),
    requestId,
    stageRunId: stageRun.id,
    stageKey: stageRun.stageKey,
    round: stageRun.round,
    revision: before.run.judged.revision,
    actorId,
    onBehalfOfId,
    delegationId: delegationOf(answer)?.id ?? null,
    verdict,
    reason,
    subjectHash,
    stageHash: stageRun.stageHash,
    verifiedRating,
    ratingReason: command.ratingReason,
    channel,
    idempotencyKey,
    signature: stage.signature && command.signature ? { ...command.signature, meaning: stage.signature.meaning } : null,
    at: context.now,
  };
  ledger.record({ type: 'request.decided', ...requestRef(stageRun, request), decision });
  freeExcluded(ledger, (other) => other.id !== stageRun.id);
  settleStage(ledger, stageRun.id);
  return ledger.applied(decision.id);
}

/** Keys belong to the person who sent them. */
function isSameKey(decision: Decision, command: DecideCommand): boolean {
  return (
    command.idempotencyKey !== null &&
    decision.idempotencyKey === command.idempotencyKey &&
    decision.actorId === command.actorId
  );
}

function isSameDecision(decision: Decision, command: DecideCommand): boolean {
  return (
    decision.requestId === command.requestId &&
    decision.onBehalfOfId === command.onBehalfOfId &&
    decision.verdict === command.verdict &&
    decision.reason === command.reason &&
    decision.subjectHash === command.subjectHash &&
    decision.round === command.round &&
    decision.verifiedRating === command.verifiedRating &&
    decision.ratingReason === command.ratingReason
  );
}
