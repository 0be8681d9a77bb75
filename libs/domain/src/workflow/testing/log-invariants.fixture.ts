import type { WorkflowDefinition } from '@uptake/contracts';
import type { WorkflowEvent } from '../events.js';
import { RunOracle } from './run-oracle.fixture.js';

type Check = (oracle: RunOracle, log: readonly WorkflowEvent[]) => void;

function hold(invariant: number, isHeld: boolean, what: string): void {
  if (!isHeld) throw new Error(`Invariant ${invariant} is broken: ${what}`);
}

const hasNoDoubles = (values: readonly string[]) => new Set(values).size === values.length;

/** What must be true of every log, by the number of the invariant; read off the events alone. */
const checks: Readonly<Record<number, Check>> = {
  1: (oracle) => {
    for (const event of oracle.of('request.decided')) {
      hold(
        1,
        !oracle.before(event).authors.has(event.decision.actorId),
        `${event.decision.actorId} judged their own work`,
      );
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
      hold(15, !then.authors.has(event.actorId), 'an author amended who judges');
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
  },
  16: (oracle) => {
    for (const event of oracle.of('stage.opened')) {
      const order = event.kind === 'approval' ? oracle.stage(event.stageKey).order : 1;
      for (const earlier of oracle.approvalStages.filter((stage) => stage.order < order)) {
        hold(
          16,
          oracle.before(event).standing(earlier.key).length === 1,
          `${event.stageKey} opened before ${earlier.key} stood`,
        );
      }
      hold(16, event.kind === 'work' || oracle.before(event).openStages.length === 0, 'two stages were open at once');
    }
    for (const event of oracle.of('run.approved')) {
      for (const { key } of oracle.approvalStages) {
        hold(16, oracle.before(event).standing(key).length === 1, `approved although ${key} did not stand`);
      }
    }
  },
  19: (oracle, log) => {
    for (const event of log) {
      if (event.type !== 'run.returned' && event.type !== 'run.changes-requested' && event.type !== 'run.revised')
        continue;
      const then = oracle.before(event);
      const isAwaited = event.type === 'run.revised' && then.openStages.some(({ kind }) => kind === 'work');
      hold(19, event.round === then.round + (isAwaited ? 0 : 1), 'going back did not raise the round by one');
      const target = event.type === 'run.revised' ? 'revise' : event.toStageKey;
      const next = log
        .slice(log.indexOf(event))
        .find(({ type }) => type === 'stage.opened' || type === 'stage.completed');
      if (!next) throw new Error('Nothing followed a return');
      for (const stage of oracle.approvalStages) {
        const isVoid = target === 'revise' || stage.order >= oracle.stage(target).order;
        const stands = oracle.before(next).standing(stage.key).length;
        hold(19, stands === (isVoid ? 0 : then.standing(stage.key).length), `${stage.key} after a return to ${target}`);
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
  },
  24: (oracle) => {
    for (const event of oracle.of('run.approved')) {
      const then = oracle.before(event);
      const standing = oracle.approvalStages.flatMap(({ key }) =>
        then.standing(key).map(({ stageRunId }) => stageRunId),
      );
      const counted = then.decisions.filter(
        ({ verdict, stageRunId }) => verdict === 'approve' && standing.includes(stageRunId),
      );
      hold(
        24,
        counted.every(({ subjectHash }) => subjectHash === event.approvedHash),
        'a counted decision saw another content',
      );
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

export function checkLog(definition: WorkflowDefinition, log: readonly WorkflowEvent[]): void {
  const oracle = new RunOracle(definition, log);
  for (const check of Object.values(checks)) check(oracle, log);
}
