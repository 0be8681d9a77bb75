import { describe, expect, test } from '@jest/globals';
import { canDecide } from './can-decide.js';
import { type Delegation, closesCircle } from './delegation.js';
import { Crew } from './testing/crew.fixture.js';
import { applied, codeOf, published, reviewWith, Scenario } from './testing/scenario.fixture.js';

const twoReviewers = () => published(reviewWith('review', { quorum: { kind: 'n', count: 2 } }));

describe('acting for another', () => {
  test('invariant 4: answers what the other is asked, and says for whom and by what right', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const delegationId = scenario.delegate('rana', 'adel');
    applied(scenario.decide('adel', { onBehalfOfId: 'rana' }));
    expect(scenario.state.decisions).toMatchObject([{ actorId: 'adel', onBehalfOfId: 'rana', delegationId }]);
    expect(scenario.stageRun('review').state).toBe('approved');
    expect(scenario.requestOf('rana').state).toBe('decided');
  });

  test('invariant 4: counts only from its start until before its end', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    // a command takes a minute: this one comes at minute 2, the next at 3, the last at 4
    scenario.delegate('rana', 'adel', { startsAt: scenario.at(2), endsAt: scenario.at(3) });
    scenario.delegate('rami', 'adel', { startsAt: scenario.at(-9), endsAt: scenario.at(3) });
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana' }))).toBe('not_delegated');
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana', reason: null, verdict: 'reject' }))).toBe(
      'reason_required',
    );
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rami' }))).toBe('not_delegated');
  });

  test('invariant 4: counts only for the workflows and items it names', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.delegate('rana', 'adel', { workflowKeys: ['closing-review'] });
    scenario.delegate('rami', 'adel', { itemIds: ['another item'] });
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana' }))).toBe('not_delegated');
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rami' }))).toBe('not_delegated');
    scenario.delegate('rana', 'adel', { workflowKeys: ['update-review'], itemIds: ['item-1'] });
    applied(scenario.decide('adel', { onBehalfOfId: 'rana' }));
  });

  test('invariant 4: is over at once when it is revoked', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const id = scenario.delegate('rana', 'adel');
    scenario.delegations.revoke(id, scenario.now);
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana' }))).toBe('not_delegated');
  });

  test('invariant 4: is never handed on', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.delegate('rana', 'adel');
    scenario.delegate('adel', 'musa');
    const requestId = scenario.requestOf('rana').id;
    expect(codeOf(scenario.decide('musa', { onBehalfOfId: 'rana', requestId }))).toBe('not_delegated');
    expect(codeOf(scenario.decide('musa', { onBehalfOfId: 'adel', requestId }))).toBe('not_asked');
    expect(codeOf(scenario.decide('rana', { onBehalfOfId: 'rana', requestId }))).toBe('not_delegated');
  });

  test('invariant 1: neither who acts nor for whom may have written it', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.delegate('rana', 'sara');
    scenario.delegate('rana', 'edit');
    expect(codeOf(scenario.decide('sara', { onBehalfOfId: 'rana' }))).toBe('is_submitter');
    expect(codeOf(scenario.decide('edit', { onBehalfOfId: 'rana' }))).toBe('is_editor');
  });

  test('invariant 3: whoever acted, or was acted for, in one stage is out of those apart from it', () => {
    const scenario = new Scenario();
    scenario.crew.grant('rana', 'manager');
    applied(scenario.submit());
    scenario.delegate('rana', 'mona');
    applied(scenario.decide('mona', { onBehalfOfId: 'rana' }));
    expect(scenario.asked('sign-off')).toEqual(['musa']);
    scenario.delegate('musa', 'mona');
    expect(codeOf(scenario.decide('mona', { onBehalfOfId: 'musa' }))).toBe('decided_exclusive_stage');
    scenario.delegate('musa', 'rana');
    expect(codeOf(scenario.decide('rana', { onBehalfOfId: 'musa' }))).toBe('decided_exclusive_stage');
  });

  test('invariant 2: the one acted for must still be eligible, and both of them active', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    scenario.delegate('rana', 'adel');
    scenario.crew.revoke('rana', 'reviewer');
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana' }))).toBe('no_longer_eligible');
    scenario.crew.grant('rana', 'reviewer');
    scenario.crew.setActive('rana', false);
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana' }))).toBe('member_inactive');
    scenario.crew.setActive('rana', true);
    scenario.crew.setActive('adel', false);
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rana' }))).toBe('member_inactive');
  });

  test('invariant 5: one who is asked too speaks once, for themselves or for the other', () => {
    const scenario = new Scenario(twoReviewers());
    applied(scenario.submit());
    scenario.delegate('rana', 'rami');
    applied(scenario.decide('rami'));
    expect(codeOf(scenario.decide('rami', { onBehalfOfId: 'rana' }))).toBe('already_voted');
    expect(scenario.stageRun('review').state).toBe('open');
    applied(scenario.decide('rana'));
    expect(scenario.stageRun('review').state).toBe('approved');
  });

  test('invariant 5: one for whom somebody spoke speaks for nobody else', () => {
    const crew = new Crew({
      sara: [],
      edit: [],
      rana: ['reviewer'],
      rami: ['reviewer'],
      rula: ['reviewer'],
      mona: ['manager'],
      adel: ['admin'],
    });
    const scenario = new Scenario(published(reviewWith('review', { quorum: { kind: 'all' } })), crew);
    applied(scenario.submit());
    scenario.delegate('rana', 'adel');
    scenario.delegate('rami', 'rana');
    scenario.delegate('rula', 'adel');
    applied(scenario.decide('adel', { onBehalfOfId: 'rana' }));
    expect(codeOf(scenario.decide('rana', { onBehalfOfId: 'rami' }))).toBe('already_voted');
    expect(codeOf(scenario.decide('adel', { onBehalfOfId: 'rula' }))).toBe('already_voted');
    applied(scenario.decide('rami'));
  });

  test('invariant 7: a stage that waits for one who has spoken for another says that it is stuck, and can be freed', () => {
    const scenario = new Scenario(twoReviewers());
    applied(scenario.submit());
    scenario.delegate('rana', 'rami');
    applied(scenario.decide('rami', { onBehalfOfId: 'rana' }));
    expect(codeOf(scenario.decide('rami'))).toBe('already_voted');
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', blocked: 'quorum_out_of_reach' });
    expect(codeOf(scenario.amend({ removeMemberIds: ['rana'] }))).toBe('member_has_decided');
    applied(scenario.amend({ removeMemberIds: ['rami'], addMemberIds: ['musa'] }));
    expect(scenario.stageRun('review').blocked).toBeNull();
    applied(scenario.decide('musa'));
    expect(scenario.stageRun('review').state).toBe('approved');
  });

  test('may be asked beforehand, with the same answer', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const requestId = scenario.requestOf('rana').id;
    const asks = (actorId: string, onBehalfOfId: string | null) =>
      canDecide(scenario.version, scenario.state, { requestId, actorId, onBehalfOfId }, scenario.context());
    expect(asks('adel', 'rana')).toEqual({ reason: 'not_delegated' });
    scenario.delegate('rana', 'adel');
    expect(asks('adel', 'rana')).toBe(true);
    expect(asks('adel', null)).toEqual({ reason: 'not_asked' });
  });
});

describe('a circle of delegations', () => {
  const all = { workflowKeys: null, itemIds: null };
  const day = (from: number, to: number) => ({
    startsAt: `2026-01-0${from}T00:00:00.000Z`,
    endsAt: `2026-01-0${to}T00:00:00.000Z`,
  });
  const held = (fromId: string, toId: string, extent: Partial<Delegation> = {}): Delegation => ({
    id: `${fromId} ${toId}`,
    fromId,
    toId,
    ...all,
    ...day(1, 5),
    ...extent,
  });

  test('is seen over one step or several', () => {
    expect(closesCircle(held('a', 'b'), [held('b', 'a')])).toBe(true);
    expect(closesCircle(held('a', 'b'), [held('b', 'c'), held('c', 'd'), held('d', 'a')])).toBe(true);
    expect(closesCircle(held('a', 'b'), [held('b', 'c'), held('a', 'c'), held('d', 'a')])).toBe(false);
  });

  test('needs one instant and one place at which all of them hold', () => {
    expect(closesCircle(held('a', 'b', day(1, 3)), [held('b', 'a', day(3, 5))])).toBe(false);
    expect(closesCircle(held('a', 'b', day(1, 4)), [held('b', 'c', day(1, 2)), held('c', 'a', day(2, 4))])).toBe(false);
    expect(closesCircle(held('a', 'b', { workflowKeys: ['x'] }), [held('b', 'a', { workflowKeys: ['y'] })])).toBe(
      false,
    );
    expect(closesCircle(held('a', 'b', { workflowKeys: ['x'] }), [held('b', 'a', { itemIds: ['i'] })])).toBe(true);
  });
});
