import type { DecideCommand } from '../commands.js';
import type { Delegation } from '../delegation.js';
import type { PeopleNow } from '../types.js';
import { member } from './model-members.fixture.js';
import type { DecideTwist, Step } from './model-steps.fixture.js';
import { type RunOracle, humansIn } from './run-oracle.fixture.js';

/** Requests to answer: open ones, or of those who lost their role, or closed ones, best cancelled in an open stage. */
function candidates(
  twist: DecideTwist,
  oracle: RunOracle,
  people: PeopleNow,
  delegations: readonly Delegation[],
): string[] {
  const requests = oracle.requestIds.map((id) => ({ id, ...oracle.request(id) }));
  const idsOf = (found: typeof requests) => found.map(({ id }) => id);
  const open = requests.filter(({ isOpen }) => isOpen);
  const closed = requests.filter(({ isOpen }) => !isOpen);
  const isRevoked = ({ memberId }: { memberId?: string }) =>
    !Object.values(people.eligible)
      .flat()
      .includes(memberId ?? '');
  const isHandedOn = ({ memberId }: { memberId?: string }) => delegations.some(({ fromId }) => fromId === memberId);
  const isSpent = ({ memberId, stageRunId }: { memberId?: string; stageRunId?: string }) =>
    spentFor(memberId, heardIn(oracle, stageRunId), delegations) !== null;
  const taken = closed.filter(
    ({ isDecided, stageRunId }) => !isDecided && stageRunId !== undefined && oracle.isOpen(stageRunId),
  );
  if (twist === 'revoked' && open.some(isRevoked)) return idsOf(open.filter(isRevoked));
  if (twist === 'for-another' && open.some(isHandedOn)) return idsOf(open.filter(isHandedOn));
  if (twist === 'twice' && open.some(isSpent)) return idsOf(open.filter(isSpent));
  if (twist !== 'closed-request' || closed.length === 0) return idsOf(open);
  return idsOf(taken.length > 0 ? taken : closed);
}

/** The decision that a step stands for, right in all but its twist. */
export function decisionFor(
  step: Extract<Step, { do: 'decide' }>,
  oracle: RunOracle,
  people: PeopleNow,
  delegations: readonly Delegation[],
  idempotencyKey: string,
): DecideCommand {
  const { twist, verdict } = step;
  const requestIds = candidates(twist, oracle, people, delegations);
  const requestId = requestIds[step.which % Math.max(1, requestIds.length)];
  const request = requestId === undefined ? null : oracle.request(requestId);
  const opened = oracle.of('stage.opened').find(({ stageRunId }) => stageRunId === request?.stageRunId);
  const reported = oracle.hasStarted ? oracle.judged.reportedRating : null;
  const isRated = opened !== undefined && oracle.stage(opened.stageKey).rates && verdict === 'approve';
  const rating =
    twist === 'no-rating' || !isRated ? null : twist.startsWith('other-rating') && reported ? 'complete' : reported;
  const isSigned = opened !== undefined && oracle.stage(opened.stageKey).signature !== undefined;
  const gives = isSigned ? twist !== 'no-signature' : twist === 'stray-signature';
  return {
    type: 'decide',
    requestId: twist === 'unknown-request' || requestId === undefined ? 'no-such-request' : requestId,
    ...actorsOf(step, oracle, request, delegations),
    verdict,
    reason: twist === 'no-reason' ? ' ' : 'Because',
    subjectHash: twist === 'stale-hash' || !oracle.hasStarted ? 'stale' : oracle.judged.contentHash,
    round: (opened?.round ?? 1) + (twist === 'stale-round' ? 1 : 0),
    verifiedRating: twist === 'stray-rating' && !isRated ? 'limited' : rating,
    ratingReason: twist === 'other-rating-explained' ? 'Seen on site' : null,
    channel: 'api',
    idempotencyKey,
    signature: gives ? { name: 'Somebody', method: 'password' } : null,
  };
}

/** Who answers, and for whom: mostly the one asked, else a delegate of theirs, or somebody with no right to. */
function actorsOf(
  { twist, who }: Extract<Step, { do: 'decide' }>,
  oracle: RunOracle,
  request: ReturnType<RunOracle['request']>,
  delegations: readonly Delegation[],
): Pick<DecideCommand, 'actorId' | 'onBehalfOfId'> {
  const asked = request?.memberId ?? member(who);
  const delegates = delegations.filter(({ fromId }) => fromId === asked).map(({ toId }) => toId);
  switch (twist) {
    case 'other-actor':
      return { actorId: member(who), onBehalfOfId: null };
    case 'on-behalf':
      return { actorId: asked, onBehalfOfId: member(who) };
    case 'for-another':
      return { actorId: delegates[who % Math.max(1, delegates.length)] ?? member(who), onBehalfOfId: asked };
    case 'twice':
      return (
        spentFor(asked, heardIn(oracle, request?.stageRunId), delegations) ?? { actorId: asked, onBehalfOfId: null }
      );
    default:
      return { actorId: asked, onBehalfOfId: null };
  }
}

const heardIn = (oracle: RunOracle, stageRunId: string | undefined): string[] =>
  oracle.decisions.filter((decision) => decision.stageRunId === stageRunId).flatMap(humansIn);

/** How somebody who was heard in a stage already might come to answer this member's question too; null where nobody could. */
function spentFor(
  memberId: string | undefined,
  heard: readonly string[],
  delegations: readonly Delegation[],
): Pick<DecideCommand, 'actorId' | 'onBehalfOfId'> | null {
  if (memberId === undefined) return null;
  if (heard.includes(memberId)) return { actorId: memberId, onBehalfOfId: null };
  const delegate = delegations.find(({ fromId, toId }) => fromId === memberId && heard.includes(toId))?.toId;
  return delegate === undefined ? null : { actorId: delegate, onBehalfOfId: memberId };
}
