import { describe, expect, test } from '@jest/globals';
import { canDecide } from './can-decide.js';
import { Crew } from './testing/crew.fixture.js';
import { applied, codeOf, published, reviewWith, revisionOf, Scenario } from './testing/scenario.fixture.js';

describe('who may decide', () => {
  test('invariant 1: refuses a decision by the submitter, by an editor, and for either of them', () => {
    const scenario = new Scenario();
    scenario.crew.grant('sara', 'reviewer');
    applied(scenario.submit());
    expect(scenario.asked('review')).toEqual(['rana', 'rami']);
    const requestId = scenario.requestOf('rana').id;
    expect(codeOf(scenario.decide('sara', { requestId }))).toBe('is_submitter');
    expect(codeOf(scenario.decide('edit', { requestId }))).toBe('is_editor');
    expect(codeOf(scenario.decide('rana', { requestId, onBehalfOfId: 'sara' }))).toBe('is_submitter');
    expect(codeOf(scenario.decide('rana', { requestId, onBehalfOfId: 'edit' }))).toBe('is_editor');
  });

  test('invariant 1: keeps the authors of earlier revisions out of the later ones', () => {
    const scenario = new Scenario();
    applied(scenario.submit({ judged: revisionOf(1, { submitterId: 'rami', editorIds: ['musa'] }) }));
    applied(scenario.decide('rana', { verdict: 'request_changes' }));
    applied(scenario.resubmit({ submitterId: 'sara', editorIds: [] }));
    expect(scenario.asked('review')).toEqual(['edit', 'rana']);
    expect(codeOf(scenario.decide('rami', { requestId: scenario.requestOf('rana').id }))).toBe('is_editor');
    applied(scenario.decide('rana'));
    expect(scenario.asked('sign-off')).toEqual(['edit', 'mona']);
  });

  test('invariant 2: refuses someone whose role was revoked after being asked', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.crew.revoke('rana', 'reviewer');
    expect(codeOf(scenario.decide('rana'))).toBe('no_longer_eligible');
    scenario.crew.grant('rana', 'reviewer');
    expect(codeOf(scenario.decide('rana'))).toBeUndefined();
  });

  test('invariant 2: does not let someone who gained the role later answer in the place of those asked', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.crew.grant('musa', 'reviewer');
    expect(codeOf(scenario.decide('musa', { requestId: scenario.requestOf('rana').id }))).toBe('not_asked');
  });

  test('invariant 3: leaves the deciders of an exclusive stage out, in every round', () => {
    const scenario = new Scenario();
    scenario.crew.grant('rana', 'manager');
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    expect(scenario.asked('sign-off')).toEqual(['mona', 'musa']);
    expect(codeOf(scenario.decide('rana', { requestId: scenario.requestOf('mona').id }))).toBe(
      'decided_exclusive_stage',
    );
    applied(scenario.decide('mona', { verdict: 'request_changes' }));
    applied(scenario.resubmit());
    applied(scenario.decide('rami'));
    expect(scenario.asked('sign-off')).toEqual(['mona', 'musa']);
  });

  test('invariant 3: the exclusion holds backwards too, for the deciders of the later stage', () => {
    const scenario = new Scenario();
    scenario.crew.grant('mona', 'reviewer');
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    applied(scenario.decide('mona', { verdict: 'request_changes' }));
    applied(scenario.resubmit());
    expect(scenario.asked('review')).toEqual(['rana', 'rami']);
  });

  test('refuses to act for somebody without a delegation', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    expect(codeOf(scenario.decide('rana', { onBehalfOfId: 'rami' }))).toBe('not_delegated');
  });

  test('invariant 6: a removed member cannot decide, and what they decided remains', () => {
    const scenario = new Scenario(published(reviewWith('review', { quorum: { kind: 'n', count: 2 } })));
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    scenario.crew.setActive('rana', false);
    scenario.crew.setActive('rami', false);
    expect(codeOf(scenario.decide('rami'))).toBe('member_inactive');
    applied(scenario.recheck());
    expect(scenario.requestOf('rami').state).toBe('cancelled');
    expect(scenario.requestOf('rana').state).toBe('decided');
    expect(codeOf(scenario.decide('rami'))).toBe('request_not_open');
    scenario.crew.setActive('rami', true);
    applied(scenario.amend({ addMemberIds: ['rami'] }));
    applied(scenario.decide('rami'));
    expect(scenario.stageRun('review').state).toBe('approved');
  });

  test('invariant 7: an empty eligible set blocks, tells so once, and approves nothing', () => {
    const scenario = new Scenario(
      undefined,
      new Crew({ sara: ['contributor'], edit: ['reviewer'], adel: ['admin'], mona: ['manager'] }),
    );
    applied(scenario.submit({ acceptShortage: true }));
    expect(scenario.stageRun('review')).toMatchObject({
      state: 'open',
      required: 1,
      eligibleIds: [],
      blocked: 'nobody_eligible',
    });
    expect(scenario.eventsOf('stage.blocked')).toMatchObject([
      { stageKey: 'review', reason: 'nobody_eligible', required: 1 },
    ]);
    applied(scenario.recheck());
    expect(scenario.eventsOf('stage.blocked')).toHaveLength(1);
    expect(scenario.run.state).toBe('active');
  });

  test('invariant 7: a quorum of all people does not pass when there are none', () => {
    for (const quorum of [{ kind: 'all' }, { kind: 'percent', percent: 50 }] as const) {
      const crew = new Crew({ sara: [], edit: [], mona: ['manager'] });
      const scenario = new Scenario(published(reviewWith('review', { quorum })), crew);
      applied(scenario.submit({ acceptShortage: true }));
      expect(scenario.stageRun('review')).toMatchObject({ state: 'open', required: 1, blocked: 'nobody_eligible' });
    }
  });

  test('invariant 8: refuses a submission for which a stage has too few people, and says where', () => {
    const scenario = new Scenario(undefined, new Crew({ sara: ['manager'], edit: ['manager'], rana: ['reviewer'] }));
    const outcome = scenario.submit();
    expect(outcome).toEqual({
      ok: false,
      refusal: {
        code: 'too_few_eligible',
        details: { shortages: [{ stageKeys: ['sign-off'], required: 1, available: 0 }] },
      },
    });
  });

  test('invariant 8: sees that one person cannot serve two exclusive stages', () => {
    const scenario = new Scenario(undefined, new Crew({ sara: [], edit: [], rana: ['reviewer', 'manager'] }));
    const outcome = scenario.submit();
    expect(codeOf(outcome)).toBe('too_few_eligible');
    expect(outcome).toMatchObject({
      refusal: { details: { shortages: [{ stageKeys: ['review', 'sign-off'], required: 2, available: 1 }] } },
    });
  });

  test('invariant 8: takes it flagged where the submitter accepts the shortage', () => {
    const scenario = new Scenario(undefined, new Crew({ sara: [], edit: [], rana: ['reviewer', 'manager'] }));
    applied(scenario.submit({ acceptShortage: true }));
    expect(scenario.eventsOf('run.short-of-people')).toHaveLength(1);
    applied(scenario.decide('rana'));
    expect(scenario.stageRun('sign-off').blocked).toBe('nobody_eligible');
    expect(scenario.run.state).toBe('active');
  });
});

describe('asking beforehand', () => {
  test('answers what a decision would be refused for', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const requestId = scenario.requestOf('rana').id;
    const asks = (actorId: string, onBehalfOfId: string | null = null) =>
      canDecide(scenario.version, scenario.state, { requestId, actorId, onBehalfOfId }, scenario.context());
    expect(asks('rana')).toBe(true);
    expect(asks('sara')).toEqual({ reason: 'is_submitter' });
    expect(asks('adel')).toEqual({ reason: 'not_asked' });
    applied(scenario.decide('rana'));
    expect(asks('rana')).toEqual({ reason: 'request_already_decided' });
  });
});
