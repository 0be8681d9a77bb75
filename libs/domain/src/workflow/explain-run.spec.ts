import { describe, expect, test } from '@jest/globals';
import { explainRequest, explainRun, whoIsNext } from './explain-run.js';
import { applied, Scenario } from './testing/scenario.fixture.js';

const explain = (scenario: Scenario) =>
  explainRun(scenario.version, scenario.state, scenario.crew.now(scenario.version.definition));
const next = (scenario: Scenario) =>
  whoIsNext(scenario.version, scenario.state, scenario.crew.now(scenario.version.definition));

describe('explaining a run', () => {
  test('shows who is asked now and who could be next', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    expect(explain(scenario).map(({ key, state }) => [key, state])).toEqual([
      ['revise', 'completed'],
      ['review', 'open'],
      ['sign-off', 'waiting'],
      ['approved', 'waiting'],
    ]);
    expect(next(scenario)).toEqual([{ stageKey: 'sign-off', memberIds: ['mona', 'musa'] }]);
  });

  test('leaves the deciders of the first stage out of those who could be next', () => {
    const scenario = new Scenario();
    scenario.crew.grant('rana', 'manager');
    applied(scenario.submit());
    expect(next(scenario)[0]?.memberIds).toEqual(['rana', 'mona', 'musa']);
    applied(scenario.decide('rana', { verdict: 'request_changes' }));
    expect(next(scenario)).toEqual([{ stageKey: 'review', memberIds: ['rana', 'rami'] }]);
    applied(scenario.resubmit());
    expect(next(scenario)[0]?.memberIds).toEqual(['mona', 'musa']);
  });

  test('shows what was decided, and that it ended', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    applied(scenario.decide('mona'));
    const [, review, signOff, end] = explain(scenario);
    expect(review).toMatchObject({ state: 'approved', approvals: 1, required: 1, decisions: [{ actorId: 'rana' }] });
    expect(signOff).toMatchObject({ state: 'approved', requests: [{ state: 'decided' }, { state: 'superseded' }] });
    expect(end?.state).toBe('completed');
    expect(next(scenario)).toEqual([]);
  });

  test('explains a request in its own round', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const old = scenario.requestOf('rana').id;
    applied(scenario.resubmit());
    const people = scenario.crew.now(scenario.version.definition);
    expect(explainRequest(scenario.version, scenario.state, old, people)).toMatchObject({
      request: { state: 'superseded' },
      stage: { key: 'review', state: 'superseded', round: 1 },
      next: [{ stageKey: 'sign-off' }],
    });
    expect(explainRequest(scenario.version, scenario.state, 'none', people)).toBeNull();
  });
});
