import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';
import type { DecideCommand } from './commands.js';
import { type Delegation, delegationBetween } from './delegation.js';
import { eligibleNow } from './eligibility.js';
import { votersOf } from './quorum.js';
import { refusal } from './refuse.js';
import type { ApprovalRequest, RunSnapshot, StageRun } from './run-snapshot.js';
import { involved, judgedRunOf, separationBreach } from './separation.js';
import type { DecidersNow, WorkflowRefusal } from './types.js';

/** An answer about to be given to a request, with all it is judged by. */
export interface Answer {
  readonly definition: WorkflowDefinition;
  readonly snapshot: RunSnapshot;
  readonly stage: ApprovalStage;
  readonly stageRun: StageRun;
  readonly request: ApprovalRequest;
  readonly people: DecidersNow;
  readonly actorId: string;
  readonly onBehalfOfId: string | null;
}

type Rule<T> = (given: T) => WorkflowRefusal | null;

export function firstRefusal<T>(rules: readonly Rule<T>[], given: T): WorkflowRefusal | null {
  for (const rule of rules) {
    const found = rule(given);
    if (found) return found;
  }
  return null;
}

const notAnsweredBefore: Rule<Answer> = ({ request, snapshot }) => {
  if (request.state !== 'decided') return null;
  const decision = snapshot.decisions.find((candidate) => candidate.requestId === request.id);
  return refusal('request_already_decided', { decisionId: decision?.id, runState: snapshot.run.state });
};

const runIsUnderWay: Rule<Answer> = ({ snapshot: { run } }) =>
  run.endedAt === null ? null : refusal('run_ended', { runState: run.state });

const stageIsOpen: Rule<Answer> = ({ stageRun, snapshot: { run } }) => {
  if (stageRun.state === 'open') return null;
  const details = { stageKey: stageRun.stageKey, stageState: stageRun.state, round: run.round };
  return refusal(stageRun.state === 'superseded' ? 'stale_round' : 'stage_closed', details);
};

const requestIsOpen: Rule<Answer> = ({ request }) =>
  request.state === 'open' ? null : refusal('request_not_open', { requestState: request.state });

const dutiesAreSeparate: Rule<Answer> = ({ definition, stage, snapshot, actorId, onBehalfOfId }) => {
  for (const memberId of involved({ actorId, onBehalfOfId })) {
    const breach = separationBreach(definition, stage, judgedRunOf(snapshot), memberId);
    if (breach) return refusal(breach, { stageKey: stage.key, memberIds: [memberId] });
  }
  return null;
};

/** By which delegation the actor answers for somebody else; undefined where they do not, or may not. */
export function delegationOf(answer: Answer): Delegation | undefined {
  const { definition, snapshot, people, actorId, onBehalfOfId } = answer;
  if (onBehalfOfId === null || onBehalfOfId === actorId) return undefined;
  const place = { workflowKey: definition.key, itemId: snapshot.run.subjectId };
  return delegationBetween(people.delegations, { fromId: onBehalfOfId, toId: actorId }, place, people.now);
}

const isDelegated: Rule<Answer> = (answer) =>
  answer.onBehalfOfId === null || delegationOf(answer) ? null : refusal('not_delegated');

/** The one asked, or who acts for the one asked: never for somebody who only acts for them. */
const isAsked: Rule<Answer> = ({ request, actorId, onBehalfOfId }) =>
  request.memberId === (onBehalfOfId ?? actorId) ? null : refusal('not_asked');

const areActive: Rule<Answer> = (answer) => {
  const inactive = involved(answer).filter((memberId) => !answer.people.activeMemberIds.includes(memberId));
  return inactive.length === 0 ? null : refusal('member_inactive', { memberIds: inactive });
};

/** At the instant of the decision, not only when the request was made. Who acts for another answers with that one's right. */
const isStillEligible: Rule<Answer> = ({ stage, stageRun, people, request: { memberId } }) => {
  const isNamed = stageRun.appointedIds.includes(memberId) || eligibleNow(stage, people).includes(memberId);
  return isNamed ? null : refusal('no_longer_eligible', { stageKey: stage.key });
};

/** One human counts once in a stage run, whether they spoke, spoke for another or another for them. */
const hasNotVoted: Rule<Answer> = (answer) => {
  const { snapshot, stageRun, stage } = answer;
  const voters = votersOf(snapshot.decisions.filter((decision) => decision.stageRunId === stageRun.id));
  const memberIds = involved(answer).filter((memberId) => voters.has(memberId));
  return memberIds.length === 0 ? null : refusal('already_voted', { stageKey: stage.key, memberIds });
};

/** Who may answer a request now; also what the review screen asks before it offers to. */
export const rulesOfAnswering: readonly Rule<Answer>[] = [
  notAnsweredBefore,
  runIsUnderWay,
  stageIsOpen,
  requestIsOpen,
  dutiesAreSeparate,
  isDelegated,
  isAsked,
  areActive,
  isStillEligible,
  hasNotVoted,
];

type Deciding = Answer & { readonly command: DecideCommand };

const roundIsCurrent: Rule<Deciding> = ({ command, stageRun }) =>
  command.round === stageRun.round ? null : refusal('stale_round', { round: stageRun.round });

const hashIsCurrent: Rule<Deciding> = ({ command, snapshot }) => {
  const { contentHash, revision } = snapshot.run.judged;
  return command.subjectHash === contentHash ? null : refusal('stale_hash', { contentHash, revision });
};

const verdictIsOffered: Rule<Deciding> = ({ command, stage }) => {
  const isOffered =
    stage.verdicts.includes(command.verdict) &&
    (command.verdict !== 'request_changes' || stage.requestChanges !== null);
  return isOffered ? null : refusal('verdict_not_offered', { verdict: command.verdict, stageKey: stage.key });
};

const reasonIsGiven: Rule<Deciding> = ({ command, stage }) =>
  stage.reasonRequiredFor.includes(command.verdict) && isBlank(command.reason)
    ? refusal('reason_required', { verdict: command.verdict })
    : null;

/** Every approval of the rating stage carries a rating, so that whichever closes it has set one. */
const ratingFits: Rule<Deciding> = ({ command, stage, snapshot }) => {
  const { reportedRating } = snapshot.run.judged;
  const isAskedFor = stage.rates && command.verdict === 'approve' && reportedRating !== null;
  if (!isAskedFor)
    return command.verifiedRating === null ? null : refusal('rating_not_expected', { verdict: command.verdict });
  if (command.verifiedRating === null) return refusal('rating_required', { reportedRating });
  const differs = command.verifiedRating !== reportedRating;
  return differs && isBlank(command.ratingReason) ? refusal('rating_reason_required', { reportedRating }) : null;
};

/** Signed where the stage asks for it, and nowhere else: nobody is to think that they signed where nothing is kept of it. */
const signatureFits: Rule<Deciding> = ({ command, stage }) => {
  if (stage.signature && !command.signature) return refusal('signature_required', { stageKey: stage.key });
  return !stage.signature && command.signature ? refusal('signature_not_expected', { stageKey: stage.key }) : null;
};

/** What may be answered, once it is clear who answers. */
export const rulesOfDeciding: readonly Rule<Deciding>[] = [
  roundIsCurrent,
  hashIsCurrent,
  verdictIsOffered,
  reasonIsGiven,
  ratingFits,
  signatureFits,
];

export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
