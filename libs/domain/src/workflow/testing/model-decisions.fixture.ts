import type { DecideCommand } from '../commands.js';
import type { PeopleNow } from '../types.js';
import { member } from './model-members.fixture.js';
import type { DecideTwist, Step } from './model-steps.fixture.js';
import type { RunOracle } from './run-oracle.fixture.js';

/** Requests to answer: open ones, or of those who lost their role, or closed ones, best cancelled in an open stage. */
function candidates(twist: DecideTwist, oracle: RunOracle, people: PeopleNow): string[] {
  const requests = oracle.requestIds.map((id) => ({ id, ...oracle.request(id) }));
  const idsOf = (found: typeof requests) => found.map(({ id }) => id);
  const open = requests.filter(({ isOpen }) => isOpen);
  const closed = requests.filter(({ isOpen }) => !isOpen);
  const isRevoked = ({ memberId }: { memberId?: string }) =>
    !Object.values(people.eligible)
      .flat()
      .includes(memberId ?? '');
  const taken = closed.filter(
    ({ isDecided, stageRunId }) => !isDecided && stageRunId !== undefined && oracle.isOpen(stageRunId),
  );
  if (twist === 'revoked' && open.some(isRevoked)) return idsOf(open.filter(isRevoked));
  if (twist !== 'closed-request' || closed.length === 0) return idsOf(open);
  return idsOf(taken.length > 0 ? taken : closed);
}

/** The decision that a step stands for, right in all but its twist. */
export function decisionFor(
  step: Extract<Step, { do: 'decide' }>,
  oracle: RunOracle,
  people: PeopleNow,
  idempotencyKey: string,
): DecideCommand {
  const { twist, verdict } = step;
  const requestIds = candidates(twist, oracle, people);
  const requestId = requestIds[step.which % Math.max(1, requestIds.length)];
  const request = requestId === undefined ? null : oracle.request(requestId);
  const opened = oracle.of('stage.opened').find(({ stageRunId }) => stageRunId === request?.stageRunId);
  const reported = oracle.hasStarted ? oracle.judged.reportedRating : null;
  const isRated = opened !== undefined && oracle.stage(opened.stageKey).rates && verdict === 'approve';
  const rating =
    twist === 'no-rating' || !isRated ? null : twist.startsWith('other-rating') && reported ? 'complete' : reported;
  return {
    type: 'decide',
    requestId: twist === 'unknown-request' || requestId === undefined ? 'no-such-request' : requestId,
    actorId: twist === 'other-actor' ? member(step.who) : (request?.memberId ?? member(step.who)),
    onBehalfOfId: twist === 'on-behalf' ? member(step.who) : null,
    verdict,
    reason: twist === 'no-reason' ? ' ' : 'Because',
    subjectHash: twist === 'stale-hash' || !oracle.hasStarted ? 'stale' : oracle.judged.contentHash,
    round: (opened?.round ?? 1) + (twist === 'stale-round' ? 1 : 0),
    verifiedRating: twist === 'stray-rating' && !isRated ? 'limited' : rating,
    ratingReason: twist === 'other-rating-explained' ? 'Seen on site' : null,
    channel: 'api',
    idempotencyKey,
  };
}
