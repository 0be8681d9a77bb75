import type { WorkflowDefinition } from '@uptake/contracts';
import type { WorkflowEvent } from '../events.js';
import type { DelegationLog } from './delegation-log.fixture.js';
import { RunOracle, humansIn } from './run-oracle.fixture.js';

type Check = (oracle: RunOracle, log: readonly WorkflowEvent[]) => void;

function hold(invariant: number, isHeld: boolean, what: string): void {
  if (!isHeld) throw new Error(`Invariant ${invariant} is broken: ${what}`);
}

const hasNoDoubles = (values: readonly string[]) => new Set(values).size === values.length;

/** What must be true of every log, by the number of the invariant; read off the events alone. */
const checks: Readonly<Record<number, Check>> = {
  1: (oracle) => {
    for (const event of oracle.of('request.decided')) {
      const { authors } = oracle.before(event);
      for (const human of humansIn(event.decision)) hold(1, !authors.has(human), `${human} judged their own work`);
    }
    for (const event of oracle.of('stage.overridden')) {
      const { actorId } = event.override;
      hold(1, !oracle.before(event).authors.has(actorId), `${actorId} set aside who judges their work`);
    }
    for (const event of oracle.of('run.approved')) {
      const then = oracle.before(event);
      const counted = then.decisions.filter(({ id }) => event.decisionIds.includes(id));
      hold(1, !counted.some(({ actorId }) => then.authors.has(actorId)), 'an author’s decision was counted');
    }
  },
  3: (oracle) => {
    for (const stage of oracle.approvalStages) {
      for (const other of oracle.exclusiveWith(stage)) {
        const both = [...oracle.deciders(stage.key)].filter((memberId) => oracle.deciders(other.key).has(memberId));
        hold(3, both.length === 0, `${both} decided in ${stage.key} and ${other.key}`);
      }
    }
  },
  4: (oracle) => {
    const itemId = oracle.of('run.started')[0]?.subjectId ?? '';
    const place = { workflowKey: oracle.workflowKey, itemId };
    for (const { decision, memberId, at } of oracle.of('request.decided')) {
      const { actorId, onBehalfOfId } = decision;
      hold(4, memberId === (onBehalfOfId ?? actorId), `${actorId} answered for somebody who was not asked`);
      hold(4, (onBehalfOfId === null) === (decision.delegationId === null), 'it is not said by what right one acted');
      if (onBehalfOfId === null) continue;
      hold(4, oracle.delegations.mayActFor(onBehalfOfId, actorId, at, place), `${actorId} acted without a delegation`);
      hold(4, !oracle.delegations.hasCircleAt(at, place), 'delegations led in a circle');
    }
  },
  5: (oracle) => {
    for (const { stageRunId } of oracle.of('stage.opened')) {
      const humans = oracle.decisions.filter((decision) => decision.stageRunId === stageRunId).flatMap(humansIn);
      hold(5, hasNoDoubles(humans), 'one human counted twice');
    }
  },
  7: (oracle) => {
    for (const event of oracle.of('stage.completed').filter(({ outcome }) => outcome === 'approved')) {
      hold(
        7,
        oracle.before(event).frozen(event.stageRunId).eligible.length > 0,
        `${event.stageKey} passed with nobody`,
      );
    }
    for (const opened of oracle
      .of('stage.opened')
      .filter(({ kind, eligibleIds }) => kind === 'approval' && eligibleIds.length === 0)) {
      const isTold = oracle.of('stage.blocked').some(({ stageRunId }) => stageRunId === opened.stageRunId);
      hold(7, isTold, `nobody was told that ${opened.stageKey} blocks`);
    }
  },
  9: (oracle) => {
    const keyed = oracle.decisions.filter(({ idempotencyKey }) => idempotencyKey !== null);
    hold(
      9,
      hasNoDoubles(keyed.map(({ actorId, idempotencyKey }) => `${actorId} ${idempotencyKey}`)),
      'a key decided twice',
    );
  },
  10: (oracle) => {
    hold(
      10,
      hasNoDoubles(oracle.of('request.decided').map(({ requestId }) => requestId)),
      'a request was decided twice',
    );
  },
  11: (oracle) => {
    for (const { stageRunId } of oracle.of('stage.opened')) {
      hold(11, oracle.leavings(stageRunId).length <= 1, 'a stage run was left twice');
    }
    const opened = oracle.of('stage.opened').map(({ stageRunId }) => stageRunId);
    hold(11, hasNoDoubles(opened), 'a stage run opened twice');
  },
  12: (oracle) => {
    for (const event of oracle.of('stage.completed').filter(({ outcome }) => outcome === 'approved')) {
      const then = oracle.before(event);
      const isEnough = then.votes(event.stageRunId, 'approve') >= then.frozen(event.stageRunId).required;
      const isVetoed = oracle.stage(event.stageKey).veto && then.votes(event.stageRunId, 'reject') > 0;
      hold(12, isEnough && !isVetoed, `${event.stageKey} was approved wrongly`);
    }
  },
  13: (oracle) => {
    for (const event of oracle.of('request.decided')) {
      const then = oracle.before(event);
      const opened = then.of('stage.opened').find(({ stageRunId }) => stageRunId === event.stageRunId);
      hold(13, event.decision.subjectHash === then.judged.contentHash, 'a decision was taken on another content');
      hold(13, event.decision.round === opened?.round, 'a decision was taken in another round');
    }
  },
  14: (oracle) => {
    for (const event of oracle.of('request.decided')) {
      const then = oracle.before(event);
      hold(14, then.isOpen(event.stageRunId) && !then.hasEnded, 'a closed stage was decided');
      hold(14, then.request(event.requestId)?.isOpen === true, 'a closed request was decided');
    }
  },
  15: (oracle) => {
    for (const event of oracle.of('eligibility.amended')) {
      const then = oracle.before(event);
      hold(15, event.actorId !== null && !then.authors.has(event.actorId), 'an author amended who judges');
      hold(
        15,
        then.frozen(event.stageRunId).required === event.requiredBefore,
        'the count had changed without amendment',
      );
      hold(
        15,
        !event.added.some(({ memberId }) => then.isExcluded(oracle.stage(event.stageKey), memberId)),
        'an excluded member was appointed',
      );
    }
    for (const event of oracle.of('stage.escalated')) {
      const isLeftOut = ({ memberId }: { memberId: string }) =>
        oracle.before(event).isExcluded(oracle.stage(event.stageKey), memberId);
      hold(15, !event.added.some(isLeftOut), 'an escalation asked somebody who is left out');
    }
  },
  16: (oracle) => {
    for (const event of oracle.of('stage.opened')) {
      const then = oracle.before(event);
      const together = oracle.together(event.stageKey).map(({ key }) => key);
      const first = Math.min(...together.map((key) => oracle.orderOf(key)));
      const earlier = oracle.stages.filter((stage) => stage.order < first);
      for (const { key } of earlier)
        hold(16, then.standing(key).length === 1, `${event.stageKey} opened before ${key} stood`);
      const from = earlier.findLast(({ key }) => then.done(key).length > 0);
      const leads = from ? then.leads(from.key) : null;
      const isAsked = together.some((key) => then.isEntered(key));
      hold(16, isAsked || oracle.orderOf(leads?.to ?? '') <= first, `${event.stageKey} opened though a rule led past`);
      const beside = then.openStages.filter(({ stageKey }) => !together.includes(stageKey));
      const isKept = ({ stageRunId }: { stageRunId: string }) =>
        then.sinceOpening(stageRunId).some(({ type }) => type === 'run.revised');
      hold(16, event.kind === 'work' || beside.every(isKept), 'two stages were open at once');
    }
    for (const event of oracle.of('stage.skipped')) {
      const then = oracle.before(event);
      const { fromStageKey: from, to } = event.rule;
      const leads = then.leads(from);
      hold(16, then.done(from).length === 1, `${from} led past ${event.stageKey} without being done`);
      hold(16, leads?.to === to && leads.when === event.rule.when, `no rule led past ${event.stageKey}`);
      const [start, at, end] = [from, event.stageKey, to].map((key) => oracle.orderOf(key)) as [number, number, number];
      hold(16, start < at && at < end, `${event.stageKey} does not lie between ${from} and ${to}`);
    }
    for (const event of oracle.of('run.approved')) {
      for (const { key } of oracle.approvalStages) {
        hold(16, oracle.before(event).standing(key).length === 1, `approved although ${key} did not stand`);
      }
    }
  },
  17: (oracle, log) => {
    const entries = [...oracle.of('stage.opened'), ...oracle.of('stage.skipped')];
    hold(17, hasNoDoubles(entries.map(({ stageKey, round }) => `${stageKey} ${round}`)), 'a stage was entered twice');
    for (const event of oracle.of('stage.opened')) {
      const then = oracle.before(event);
      const command = log.filter(({ lockVersion }) => lockVersion === event.lockVersion);
      for (const { key } of oracle.together(event.stageKey)) {
        const isWith = command.some((other) => other.type === 'stage.opened' && other.stageKey === key);
        hold(17, isWith || then.isEntered(key), `${key} did not open together with ${event.stageKey}`);
      }
    }
    const joined = oracle.of('stage.completed').filter(({ outcome }) => outcome === 'approved');
    for (const event of [...joined, ...oracle.of('stage.overridden')]) {
      const group = oracle.together(event.stageKey);
      const last = Math.max(...group.map(({ order }) => order));
      const after = log.slice(log.indexOf(event) + 1).filter(({ lockVersion }) => lockVersion === event.lockVersion);
      const hasLeft = after.some(
        (other) =>
          other.type === 'run.approved' ||
          ((other.type === 'stage.opened' || other.type === 'stage.skipped') && oracle.orderOf(other.stageKey) > last),
      );
      const isWhole = group.every(
        ({ key }) => key === event.stageKey || oracle.before(event).standing(key).length === 1,
      );
      hold(17, isWhole || !hasLeft, `${event.stageKey} was left before the rest of its group`);
    }
  },
  19: (oracle, log) => {
    for (const event of log) {
      if (event.type !== 'run.returned' && event.type !== 'run.changes-requested') continue;
      const then = oracle.before(event);
      hold(19, event.round === then.round + 1, 'going back did not raise the round by one');
      const first = Math.min(...oracle.together(event.toStageKey).map(({ order }) => order));
      const next = log
        .slice(log.indexOf(event))
        .find(({ type }) => type === 'stage.opened' || type === 'stage.skipped' || type === 'stage.completed');
      const now = next ? oracle.before(next) : oracle;
      for (const stage of oracle.stages.filter(({ kind }) => kind !== 'end')) {
        const isVoid = stage.order >= first;
        const stands = now.standing(stage.key).length;
        hold(19, stands === (isVoid ? 0 : then.standing(stage.key).length), `${stage.key} after a return`);
        hold(19, !isVoid || now.openStages.every(({ stageKey }) => stageKey !== stage.key), `${stage.key} stayed open`);
      }
    }
  },
  20: (oracle, log) => {
    for (const event of log) hold(20, !oracle.before(event).hasEnded, `${event.type} happened after the end`);
  },
  22: (oracle) => {
    if (!oracle.hasEnded) return;
    hold(22, oracle.openStages.length === 0, 'a stage outlived its run');
    hold(
      22,
      oracle.requestIds.every((id) => oracle.request(id)?.isOpen === false),
      'a request outlived its run',
    );
    const isSettled = (timerId: string) =>
      [...oracle.acts, ...oracle.of('timer.cancelled')].some((event) => event.timerId === timerId);
    hold(
      22,
      oracle.of('timer.set').every(({ timerId }) => isSettled(timerId)),
      'a timer outlived its run',
    );
  },
  23: (oracle, log) => {
    for (const event of oracle.of('run.revised')) {
      const command = log.filter(({ lockVersion }) => lockVersion === event.lockVersion);
      const [start] = command as [WorkflowEvent];
      const then = oracle.before(start);
      const now = oracle.before(command[command.indexOf(event) + 1] ?? event);
      const isAwaited = then.openStages.some(({ kind }) => kind === 'work');
      hold(23, event.round === then.round + (isAwaited ? 0 : 1), 'a revision over a review did not raise the round');
      const before = then.judged;
      for (const stage of oracle.approvalStages) {
        const current = [...then.done(stage.key), ...then.openStages.filter(({ stageKey }) => stageKey === stage.key)];
        const isChanged =
          stage.watchedFields === null ||
          stage.watchedFields.some((field) => before.fieldHashes[field] !== event.judged.fieldHashes[field]);
        for (const { stageRunId } of current) {
          const wrote = [
            ...then.decisions.filter((one) => one.stageRunId === stageRunId).flatMap(humansIn),
            ...then
              .of('stage.overridden')
              .filter((one) => one.stageRunId === stageRunId)
              .map(({ override }) => override.actorId),
          ];
          const isVoid = isChanged || wrote.some((actorId) => now.authors.has(actorId));
          const isGone = command.some(
            (other) =>
              (other.type === 'stage.voided' || other.type === 'stage.superseded') && other.stageRunId === stageRunId,
          );
          hold(23, isGone === isVoid, `${stage.key} ${isVoid ? 'should be void' : 'should have been left alone'}`);
        }
        for (const { rule, stageRunId } of now.skipped(stage.key)) {
          const leads = now.leads(rule.fromStageKey);
          const isTrue = leads?.to === rule.to && leads.when === rule.when;
          hold(
            23,
            isTrue && rule.fromStageKey !== stageRunId,
            `${stage.key} stays skipped by a rule that does not hold`,
          );
        }
      }
    }
  },
  24: (oracle) => {
    for (const event of oracle.of('run.approved')) {
      const then = oracle.before(event);
      const standing = oracle.approvalStages.flatMap(({ key }) =>
        then.decided(key).map(({ stageRunId }) => stageRunId),
      );
      const counted = then.decisions.filter(
        ({ verdict, stageRunId }) => verdict === 'approve' && standing.includes(stageRunId),
      );
      hold(24, event.approvedHash === then.judged.contentHash, 'something else was approved than is judged');
      for (const decision of counted) {
        const seen = then.revisions.find(({ contentHash }) => contentHash === decision.subjectHash);
        const watched = oracle.stage(decision.stageKey).watchedFields;
        const isSame =
          watched === null
            ? decision.subjectHash === event.approvedHash
            : watched.every((field) => seen?.fieldHashes[field] === then.judged.fieldHashes[field]);
        hold(24, isSame, 'a counted decision saw another content');
        hold(24, seen?.revision === decision.revision, 'a decision names another revision than it saw');
      }
      hold(24, counted.map(({ id }) => id).join() === event.decisionIds.join(), 'other decisions were counted');
      const rater = oracle.approvalStages.find(({ rates }) => rates);
      const rating = counted.findLast(({ stageKey }) => stageKey === rater?.key)?.verifiedRating ?? null;
      hold(24, event.verifiedRating === rating, 'the rating is not the last decider’s');
    }
  },
  25: (oracle) => {
    const all = oracle.of('stage.opened').flatMap(({ requests }) => requests.map(({ id }) => id));
    hold(25, hasNoDoubles(all), 'an old request was used again');
    for (const { requests, eligibleIds } of oracle.of('stage.opened')) {
      hold(
        25,
        requests.map(({ memberId }) => memberId).join() === eligibleIds.join(),
        'somebody eligible was not asked',
      );
    }
  },
  30: (oracle) => {
    hold(30, hasNoDoubles(oracle.acts.map(({ timerId }) => timerId)), 'a timer acted twice');
    const steps = oracle.of('timer.set').map(({ stageRunId, kind, step }) => `${stageRunId} ${kind} ${step}`);
    hold(30, hasNoDoubles(steps), 'a step was set twice');
  },
  31: (oracle) => {
    for (const event of oracle.acts)
      hold(31, oracle.before(event).isOpen(event.stageRunId), 'a timer acted on a stage that was left');
    for (const event of oracle.of('timer.cancelled')) {
      hold(31, !oracle.before(event).isOpen(event.stageRunId), 'a timer of an open stage was cancelled');
      hold(31, oracle.before(event).timer(event.timerId)?.state === 'moot', 'a timer that had acted was cancelled');
    }
  },
  32: (oracle, log) => {
    for (const event of log.filter(({ actorId }) => actorId === null)) {
      const doesApprove =
        event.type === 'run.approved' || (event.type === 'stage.completed' && event.outcome === 'approved');
      hold(32, !doesApprove, `time itself caused ${event.type}`);
    }
    for (const event of oracle.of('stage.timed-out')) {
      const isLeft = oracle.leavings(event.stageRunId).some(({ lockVersion }) => lockVersion === event.lockVersion);
      hold(32, (event.outcome === 'escalate') === !isLeft, 'a timeout did another thing than it says');
      hold(32, event.outcome === oracle.stage(event.stageKey).deadline?.onTimeout, 'a timeout chose for itself');
    }
  },
  33: (oracle) => {
    for (const event of oracle.acts) {
      const { fireAt } = oracle.timer(event.timerId) ?? { fireAt: '' };
      hold(33, Date.parse(event.at) >= Date.parse(fireAt), `${event.type} came before its time`);
    }
  },
  39: (oracle) => {
    for (const { decision, stageKey } of oracle.of('request.decided')) {
      const { signature } = oracle.stage(stageKey);
      const isWhole = decision.signature?.name !== '' && decision.signature?.method !== undefined;
      hold(39, signature ? isWhole : decision.signature === null, 'a signature is missing, or was not asked for');
      hold(
        39,
        decision.signature?.meaning === signature?.meaning,
        'a signature means something else than the stage says',
      );
    }
  },
  38: (_oracle, log) => {
    log.forEach((event, index) => hold(38, event.sequence === index + 1, 'the sequence has a gap'));
    log.forEach((event, index) => {
      const step = event.lockVersion - (log[index - 1]?.lockVersion ?? 0);
      hold(38, step === 1 || (step === 0 && index > 0), 'the lock version jumped');
    });
  },
};

export const invariantsOfTheLog = Object.keys(checks).map(Number);

/** The other half of 12, which holds between any two commands: what is decided enough does not stay open. */
export function checkMoment(oracle: RunOracle): void {
  for (const { stageRunId, stageKey, kind } of oracle.openStages) {
    if (kind !== 'approval') continue;
    hold(
      12,
      oracle.votes(stageRunId, 'approve') < oracle.frozen(stageRunId).required,
      `${stageKey} should be approved`,
    );
    hold(12, oracle.votes(stageRunId, 'request_changes') === 0, `${stageKey} should have gone back`);
    hold(
      12,
      !oracle.stage(stageKey).veto || oracle.votes(stageRunId, 'reject') === 0,
      `${stageKey} should be rejected`,
    );
  }
}

export function checkLog(
  definition: WorkflowDefinition,
  log: readonly WorkflowEvent[],
  delegations?: DelegationLog,
): void {
  const oracle = new RunOracle(definition, log, delegations);
  for (const check of Object.values(checks)) check(oracle, log);
}
