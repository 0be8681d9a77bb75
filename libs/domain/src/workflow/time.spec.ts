import { describe, expect, test } from '@jest/globals';
import type { ApprovalStage, StageDeadline } from '@uptake/contracts';
import { replay } from './evolve.js';
import { explainRun } from './explain-run.js';
import { applied, codeOf, published, reviewWith, Scenario } from './testing/scenario.fixture.js';

const deadline: StageDeadline = { workingDays: 5, remindAfter: [2, 4], onTimeout: 'escalate' };
const rung = (asksThem: boolean, afterWorkingDays = 3) => ({
  afterWorkingDays,
  to: [{ role: 'admin' as const }],
  asksThem,
});
const timed = (changes: Partial<StageDeadline> = {}, stage: Partial<ApprovalStage> = {}) => {
  const scenario = new Scenario(published(reviewWith('review', { ...stage, deadline: { ...deadline, ...changes } })));
  applied(scenario.submit());
  return scenario;
};
const statesOf = (scenario: Scenario) =>
  scenario.state.timers.map(({ kind, sequence, state }) => `${kind} ${sequence}: ${state}`);

describe('timers', () => {
  test('are set for every step when the stage opens, and for no stage without a deadline', () => {
    const scenario = timed({ escalations: [rung(false)] });
    const { openedAt } = scenario.stageRun('review');
    const days = (fireAt: string) => (Date.parse(fireAt) - Date.parse(openedAt)) / 86_400_000;
    expect(scenario.state.timers.map(({ kind, sequence, fireAt }) => [kind, sequence, days(fireAt)])).toEqual([
      ['reminder', 1, 2],
      ['reminder', 2, 4],
      ['escalation', 1, 3],
      ['timeout', 1, 5],
    ]);
    const before = scenario.state.timers.length;
    applied(scenario.decide('rana'));
    expect(scenario.stageRun('sign-off').state).toBe('open');
    expect(scenario.state.timers).toHaveLength(before);
  });

  test('invariant 22: are cancelled in the command by which the stage is left, however it is left', () => {
    const leave: ((scenario: Scenario) => unknown)[] = [
      (scenario) => scenario.decide('rana'),
      (scenario) => scenario.decide('rana', { verdict: 'reject' }),
      (scenario) => scenario.decide('rana', { verdict: 'request_changes' }),
      (scenario) => scenario.withdraw(),
      (scenario) => scenario.perform({ type: 'cancel', actorId: 'adel', reason: 'Closed' }),
    ];
    for (const way of leave) {
      const scenario = timed();
      way(scenario);
      expect(statesOf(scenario)).toEqual(['reminder 1: cancelled', 'reminder 2: cancelled', 'timeout 1: cancelled']);
    }
    const resubmitted = timed();
    applied(resubmitted.resubmit());
    expect(statesOf(resubmitted).map((line) => line.split(': ')[1])).toEqual([
      ...['cancelled', 'cancelled', 'cancelled'],
      ...['set', 'set', 'set'],
    ]);
  });

  test('invariant 30: a timer acts once', () => {
    const scenario = timed();
    scenario.pass({ days: 2 });
    const { events } = applied(scenario.tick('reminder'));
    expect(events).toMatchObject([{ type: 'stage.reminded', step: 1, memberIds: ['rana', 'rami'], actorId: null }]);
    expect(codeOf(scenario.tick('reminder'))).toBe('timer_spent');
    expect(statesOf(scenario)).toEqual(['reminder 1: fired', 'reminder 2: set', 'timeout 1: set']);
  });

  test('invariant 31: a timer of a closed stage or an old round does nothing', () => {
    const scenario = timed();
    const old = scenario.timer('timeout');
    applied(scenario.resubmit());
    scenario.pass({ days: 9 });
    const { events } = applied(scenario.perform({ type: 'tick', timerId: old.id }));
    expect(events).toEqual([]);
    applied(scenario.withdraw());
    expect(applied(scenario.tick('timeout')).events).toEqual([]);
    expect(codeOf(scenario.perform({ type: 'tick', timerId: 'nobody-set-it' }))).toBe('timer_unknown');
  });

  test('invariant 33: no timer acts before its time, nor again when the clock jumps back and forth', () => {
    const scenario = timed();
    expect(codeOf(scenario.tick('reminder'))).toBe('timer_not_due');
    scenario.pass({ days: 2 });
    scenario.pass({ days: -2 });
    expect(codeOf(scenario.tick('reminder'))).toBe('timer_not_due');
    scenario.pass({ days: 2 });
    applied(scenario.tick('reminder'));
    scenario.pass({ days: -2 });
    scenario.pass({ days: 3 });
    expect(codeOf(scenario.tick('reminder'))).toBe('timer_spent');
    const { fireAt } = scenario.timer('timeout');
    expect(codeOf(scenario.tick('timeout', 1, { now: new Date(Date.parse(fireAt) - 1).toISOString() }))).toBe(
      'timer_not_due',
    );
    applied(scenario.tick('timeout', 1, { now: fireAt }));
  });

  test('a reminder names those who have not answered', () => {
    const scenario = timed({}, { quorum: { kind: 'all' } });
    applied(scenario.decide('rana'));
    scenario.pass({ days: 2 });
    expect(applied(scenario.tick('reminder')).events).toMatchObject([{ memberIds: ['rami'] }]);
  });

  test('keep the time for which they were set, whatever the calendar becomes', () => {
    const scenario = timed();
    const { fireAt } = scenario.timer('timeout');
    applied(scenario.decide('rana', { verdict: 'abstain' }));
    scenario.pass({ days: 2 });
    applied(scenario.tick('reminder', 1, { afterWorkingDays: () => '2030-01-01T00:00:00.000Z' }));
    expect(scenario.timer('timeout').fireAt).toBe(fireAt);
  });
});

describe('an escalation', () => {
  const escalated = (asksThem: boolean, stage: Partial<ApprovalStage> = {}) => {
    const scenario = timed({ escalations: [rung(asksThem)] }, stage);
    scenario.pass({ days: 3 });
    applied(scenario.tick('escalation'));
    return scenario;
  };

  test('tells those whom its rung names at that instant', () => {
    const scenario = timed({ escalations: [rung(false)] });
    scenario.crew.grant('mona', 'admin');
    scenario.crew.setActive('adel', false);
    scenario.pass({ days: 3 });
    const { events } = applied(scenario.tick('escalation'));
    expect(events).toMatchObject([{ type: 'stage.escalated', memberIds: ['mona'], added: [] }]);
    expect(scenario.asked('review')).toEqual(['rana', 'rami']);
  });

  test('asks them where it says so, of whom one may then decide; what is required stays', () => {
    const scenario = escalated(true, { quorum: { kind: 'all' } });
    expect(scenario.asked('review')).toEqual(['rana', 'rami', 'adel']);
    expect(scenario.stageRun('review')).toMatchObject({ required: 2, appointedIds: ['adel'] });
    applied(scenario.decide('rana'));
    applied(scenario.decide('adel'));
    expect(scenario.stageRun('review').state).toBe('approved');
  });

  test('frees a stage that blocked because too few were asked', () => {
    const scenario = timed({ escalations: [rung(true)] });
    for (const reviewer of ['rana', 'rami']) scenario.crew.setActive(reviewer, false);
    applied(scenario.recheck());
    expect(scenario.stageRun('review').blocked).toBe('quorum_out_of_reach');
    scenario.pass({ days: 3 });
    applied(scenario.tick('escalation'));
    expect(scenario.stageRun('review').blocked).toBeNull();
  });

  test('invariant 1: never asks the submitter or an editor, nor whoever has decided', () => {
    const scenario = timed({ escalations: [rung(true)] }, { quorum: { kind: 'all' } });
    for (const member of ['sara', 'edit', 'rana']) scenario.crew.grant(member, 'admin');
    applied(scenario.decide('rana'));
    scenario.pass({ days: 3 });
    const { events } = applied(scenario.tick('escalation'));
    expect(events).toMatchObject([{ memberIds: ['sara', 'edit', 'rana', 'adel'], added: [{ memberId: 'adel' }] }]);
  });

  test('is shown with the stage, beside when its time is up', () => {
    const scenario = escalated(false);
    const [, review] = explainRun(scenario.version, scenario.state, scenario.crew.now(scenario.version.definition));
    expect(review).toMatchObject({
      dueAt: scenario.timer('timeout').fireAt,
      escalatedAt: scenario.timer('escalation').closedAt,
    });
  });
});

describe('a timeout', () => {
  const late = (onTimeout: StageDeadline['onTimeout'], stage: Partial<ApprovalStage> = {}) => {
    const scenario = timed({ onTimeout }, stage);
    scenario.pass({ days: 5 });
    return { scenario, events: applied(scenario.tick('timeout')).events.map(({ type }) => type) };
  };

  test('invariant 32: leaves the stage open where it escalates', () => {
    const { scenario, events } = late('escalate');
    expect(events).toEqual(['stage.timed-out']);
    expect(scenario.stageRun('review').state).toBe('open');
    applied(scenario.decide('rana'));
    expect(scenario.stageRun('review').state).toBe('approved');
  });

  test('invariant 32: ends the run where it expires, with everything open in it', () => {
    const { scenario, events } = late('expire');
    expect(scenario.run).toMatchObject({ state: 'expired', endedAt: expect.any(String) });
    expect(scenario.stageRun('review').state).toBe('expired');
    expect(events).toEqual([
      'stage.timed-out',
      'request.expired',
      'request.expired',
      'stage.expired',
      'timer.cancelled',
      'timer.cancelled',
      'run.expired',
    ]);
    expect(codeOf(scenario.decide('rana'))).toBe('run_ended');
  });

  test('invariant 32: rejects where it rejects, by nobody', () => {
    const { scenario } = late('reject');
    expect(scenario.run.state).toBe('rejected');
    expect(scenario.eventsOf('run.rejected')).toMatchObject([{ stageKey: 'review', decisionId: null, actorId: null }]);
  });

  test('invariant 19: goes back where a rejection does, with timers of a new round', () => {
    const { scenario } = late('reject', { onReject: { kind: 'return', stage: 'review' } });
    expect(scenario.run).toMatchObject({ state: 'active', round: 2 });
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', round: 2 });
    expect(scenario.state.timers.filter(({ state }) => state === 'set')).toHaveLength(3);
  });

  test('invariant 32: approves nothing, though all but one have approved', () => {
    for (const onTimeout of ['escalate', 'expire', 'reject'] as const) {
      const scenario = timed({ onTimeout }, { quorum: { kind: 'all' } });
      applied(scenario.decide('rana'));
      scenario.pass({ days: 5 });
      applied(scenario.tick('timeout'));
      expect(scenario.eventsOf('run.approved')).toEqual([]);
      expect(scenario.stageRun('review').state).not.toBe('approved');
    }
  });

  test('invariant 38: replaying the events rebuilds the state, timers included', () => {
    for (const onTimeout of ['escalate', 'expire', 'reject'] as const) {
      const { scenario } = late(onTimeout);
      expect(replay(scenario.log)).toEqual(scenario.state);
      expect(JSON.parse(JSON.stringify(scenario.state))).toEqual(scenario.state);
    }
  });
});
