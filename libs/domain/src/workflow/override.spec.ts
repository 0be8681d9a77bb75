import { describe, expect, test } from '@jest/globals';
import type { ApprovalStage } from '@uptake/contracts';
import { canOverride } from './can-decide.js';
import { replay } from './evolve.js';
import { planMigration } from './plan-migration.js';
import { countedDecisions } from './stage-order.js';
import { applied, codeOf, published, reviewWith, Scenario } from './testing/scenario.fixture.js';

const started = (changes: Partial<ApprovalStage> = {}) => {
  const overridableBy = [{ role: 'admin' as const }, { role: 'manager' as const }];
  const scenario = new Scenario(published(reviewWith('review', { overridableBy, ...changes })));
  applied(scenario.submit());
  return scenario;
};

describe('setting a stage aside', () => {
  test('invariant 16: lets the next stage open, by a record of its own that counts as no approval', () => {
    const scenario = started({ quorum: { kind: 'n', count: 2 } });
    applied(scenario.decide('rana'));
    applied(scenario.override('adel'));
    expect(scenario.stageRun('review').state).toBe('overridden');
    expect(scenario.requestOf('rami').state).toBe('superseded');
    expect(scenario.eventsOf('stage.overridden')).toMatchObject([
      { override: { actorId: 'adel', reason: 'It cannot wait', stageKey: 'review' } },
    ]);
    expect(scenario.eventsOf('stage.completed').filter(({ stageKey }) => stageKey === 'review')).toEqual([]);
    expect(scenario.asked('sign-off')).toEqual(['mona', 'musa']);
    applied(scenario.decide('mona'));
    expect(scenario.run.state).toBe('approved');
    expect(countedDecisions(scenario.state).map(({ actorId }) => actorId)).toEqual(['mona']);
    expect(scenario.eventsOf('run.approved')[0]?.decisionIds).toHaveLength(1);
    expect(replay(scenario.log)).toEqual(scenario.state);
  });

  test('is for those alone whom the stage names, and with a reason', () => {
    const scenario = started();
    expect(codeOf(scenario.override('rami'))).toBe('may_not_override');
    expect(codeOf(scenario.override('adel', { reason: ' ' }))).toBe('reason_required');
    expect(codeOf(scenario.override('adel', { stageRunId: 'none' }))).toBe('stage_not_open');
    scenario.crew.setActive('adel', false);
    expect(codeOf(scenario.override('adel'))).toBe('member_inactive');
    const without = new Scenario();
    applied(without.submit());
    expect(codeOf(without.override('adel'))).toBe('override_not_offered');
  });

  test('invariant 1: is not for the submitter nor an editor, whatever their role', () => {
    const scenario = started();
    scenario.crew.grant('sara', 'admin');
    expect(codeOf(scenario.override('sara'))).toBe('is_submitter');
    expect(codeOf(scenario.override('edit'))).toBe('is_editor');
  });

  test('invariant 3: whoever set a stage aside decides in none apart from it', () => {
    const scenario = started();
    applied(scenario.override('mona'));
    expect(scenario.asked('sign-off')).toEqual(['musa']);
    applied(scenario.decide('musa', { verdict: 'request_changes' }));
    applied(scenario.resubmit());
    expect(codeOf(scenario.override('musa'))).toBe('decided_exclusive_stage');
  });

  test('invariant 19: is void after a return, as a decision would be', () => {
    const scenario = started();
    applied(scenario.override('adel'));
    applied(scenario.decide('mona', { verdict: 'request_changes' }));
    applied(scenario.resubmit());
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', round: 2 });
    expect(scenario.state.stageRuns.find(({ id }) => id === scenario.state.overrides[0]?.stageRunId)?.state).toBe(
      'superseded',
    );
  });

  test('may be asked beforehand, with the same answer', () => {
    const scenario = started();
    const stageRunId = scenario.stageRun('review').id;
    const asks = (actorId: string) =>
      canOverride(scenario.version, scenario.state, { stageRunId, actorId }, scenario.context());
    expect(asks('adel')).toBe(true);
    expect(asks('rana')).toEqual({ reason: 'may_not_override' });
    applied(scenario.decide('rana'));
    expect(asks('adel')).toEqual({ reason: 'stage_not_open' });
  });
});

describe('signing a decision', () => {
  const meaning = { en: 'I have checked the figures', ar: 'دققت الأرقام' };
  const signed = () => {
    const scenario = new Scenario(published(reviewWith('review', { signature: { meaning } })));
    applied(scenario.submit());
    return scenario;
  };

  test('invariant 39: is refused without a signature, whatever the verdict', () => {
    const scenario = signed();
    expect(codeOf(scenario.decide('rana', { signature: null }))).toBe('signature_required');
    expect(codeOf(scenario.decide('rana', { signature: null, verdict: 'reject' }))).toBe('signature_required');
  });

  test('invariant 39: keeps name, time, method and the meaning that the stage gives it', () => {
    const scenario = signed();
    applied(scenario.decide('rana', { signature: { name: 'Rana Aziz', method: 'password' } }));
    expect(scenario.state.decisions[0]).toMatchObject({
      signature: { name: 'Rana Aziz', method: 'password', meaning },
      at: scenario.now,
    });
  });

  test('takes no signature where none is asked for', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    expect(codeOf(scenario.decide('rana', { signature: { name: 'Rana', method: 'password' } }))).toBe(
      'signature_not_expected',
    );
  });
});

describe('carried over to another version', () => {
  const meaning = { en: 'I have checked the figures' };
  const other = (changes: Partial<ApprovalStage>) => ({ ...published(reviewWith('review', changes)), id: 'version-2' });
  const problemsOf = (scenario: Scenario, changes: Partial<ApprovalStage>) =>
    planMigration(scenario.version, other(changes), scenario.state, scenario.context()).problems.map(
      ({ code }) => code,
    );

  test('invariant 27: a decision without the signature that is asked for now is not valid there', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    expect(problemsOf(scenario, { signature: { meaning } })).toEqual(['signature_missing']);
    expect(problemsOf(scenario, {})).toEqual([]);
  });

  test('invariant 27: a stage set aside stays so only where the same people may set it aside', () => {
    const overridableBy = [{ role: 'admin' as const }];
    const scenario = new Scenario(published(reviewWith('review', { overridableBy })));
    applied(scenario.submit());
    applied(scenario.override('adel'));
    expect(problemsOf(scenario, { overridableBy })).toEqual([]);
    expect(problemsOf(scenario, {})).toEqual(['override_not_kept']);
    expect(problemsOf(scenario, { overridableBy: [{ role: 'manager' }] })).toEqual(['override_not_kept']);
  });

  test('invariant 27: who acted for another counts by the right of that one', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.delegate('rana', 'adel');
    applied(scenario.decide('adel', { onBehalfOfId: 'rana' }));
    expect(problemsOf(scenario, {})).toEqual([]);
    scenario.crew.revoke('rana', 'reviewer');
    expect(problemsOf(scenario, {})).toEqual(['decider_not_eligible']);
  });
});
