import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requiredApprovals } from './quorum.js';
import { Crew } from './testing/crew.fixture.js';
import { applied, codeOf, published, reviewWith, Scenario } from './testing/scenario.fixture.js';

const five = ['r1', 'r2', 'r3', 'r4', 'r5'];
const fiveReviewers = () =>
  new Crew({
    sara: [],
    edit: [],
    adel: ['admin'],
    mona: ['manager'],
    ...Object.fromEntries(five.map((id) => [id, ['reviewer' as const]])),
  });

const withReview = (changes: Parameters<typeof reviewWith>[1]) => {
  const scenario = new Scenario(published(reviewWith('review', changes)), fiveReviewers());
  applied(scenario.submit());
  return scenario;
};

describe('the required count', () => {
  test('rounds a percentage up and never comes to nothing', () => {
    expect(requiredApprovals({ kind: 'percent', percent: 50 }, 5)).toBe(3);
    expect(requiredApprovals({ kind: 'percent', percent: 60 }, 5)).toBe(3);
    expect(requiredApprovals({ kind: 'percent', percent: 1 }, 5)).toBe(1);
    expect(requiredApprovals({ kind: 'percent', percent: 100 }, 5)).toBe(5);
    expect(requiredApprovals({ kind: 'percent', percent: 10 }, 0)).toBe(1);
    expect(requiredApprovals({ kind: 'all' }, 0)).toBe(1);
    expect(requiredApprovals({ kind: 'n', count: 3 }, 1)).toBe(3);
  });
});

describe('counting', () => {
  test('invariant 9: repeats the answer to a repeated key, even after the run has ended', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const first = scenario.decision('rana', { verdict: 'reject', idempotencyKey: 'key-1' });
    const taken = applied(scenario.perform(first));
    expect(scenario.run.state).toBe('rejected');
    const before = scenario.state;
    const again = applied(scenario.perform(first));
    expect(again).toEqual({ ok: true, state: before, events: [], decisionId: taken.decisionId, isReplay: true });
    expect(scenario.state.decisions).toHaveLength(1);
  });

  test('invariant 9: refuses the key for another decision, and knows it by its person', () => {
    const scenario = withReview({ quorum: { kind: 'n', count: 3 } });
    applied(scenario.decide('r1', { idempotencyKey: 'key' }));
    expect(codeOf(scenario.decide('r1', { idempotencyKey: 'key', verdict: 'abstain' }))).toBe('idempotency_key_reused');
    expect(codeOf(scenario.decide('r2', { idempotencyKey: 'key' }))).toBeUndefined();
  });

  test('invariant 10: refuses a second decision on the same request', () => {
    const scenario = withReview({ quorum: { kind: 'all' } });
    const { decisionId } = applied(scenario.decide('r1'));
    const second = scenario.decide('r1', { verdict: 'reject' });
    expect(second).toMatchObject({ refusal: { code: 'request_already_decided', details: { decisionId } } });
  });

  test('invariant 11: closes a stage once and frees the others who were asked', () => {
    const scenario = withReview({ quorum: { kind: 'n', count: 2 } });
    applied(scenario.decide('r1'));
    expect(scenario.stageRun('review').state).toBe('open');
    applied(scenario.decide('r2'));
    expect(scenario.eventsOf('stage.completed').filter((event) => event.stageKey === 'review')).toHaveLength(1);
    expect(scenario.eventsOf('request.superseded').map((event) => event.memberId)).toEqual(['r3', 'r4', 'r5']);
    expect(codeOf(scenario.decide('r3'))).toBe('stage_closed');
  });

  test('invariant 12: the order of votes does not matter, and a veto outweighs any number of approvals', () => {
    const votes = fc.array(fc.constantFrom('approve', 'reject', 'abstain'), { minLength: 5, maxLength: 5 });
    const quorum = fc.oneof(
      fc.constant({ kind: 'all' as const }),
      fc.integer({ min: 1, max: 5 }).map((count) => ({ kind: 'n' as const, count })),
      fc.integer({ min: 1, max: 100 }).map((percent) => ({ kind: 'percent' as const, percent })),
    );
    fc.assert(
      fc.property(votes, quorum, fc.shuffledSubarray(five, { minLength: 5 }), (given, rule, order) => {
        const scenario = withReview({ quorum: rule, veto: false });
        for (const member of order) {
          const verdict = given[five.indexOf(member)];
          if (scenario.stageRun('review').state === 'open') applied(scenario.decide(member, { verdict }));
        }
        const approvals = given.filter((verdict) => verdict === 'approve').length;
        const isEnough = approvals >= requiredApprovals(rule, 5);
        const stage = scenario.stageRun('review');
        expect(stage.state === 'approved').toBe(isEnough);
        // Short of approvals, a vote against is an answer; abstentions alone are none.
        if (!isEnough) expect(stage.state).toBe(given.includes('reject') ? 'rejected' : 'open');
        if (stage.state === 'open') expect(stage.blocked).toBe('quorum_out_of_reach');
      }),
      { numRuns: 100, seed: 12 },
    );
  });

  test('invariant 12: one veto closes the stage against all approvals before it', () => {
    const scenario = withReview({ quorum: { kind: 'all' }, veto: true });
    for (const member of ['r1', 'r2', 'r3', 'r4']) applied(scenario.decide(member));
    applied(scenario.decide('r5', { verdict: 'reject' }));
    expect(scenario.run.state).toBe('rejected');
  });

  test('invariant 12: a veto after the stage has closed changes nothing', () => {
    const scenario = withReview({ quorum: { kind: 'any' }, veto: true });
    applied(scenario.decide('r1'));
    expect(codeOf(scenario.decide('r2', { verdict: 'reject' }))).toBe('stage_closed');
    expect(scenario.stageRun('review').state).toBe('approved');
  });

  test('invariant 13: refuses a decision on another content or another round', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const { contentHash } = scenario.run.judged;
    expect(scenario.decide('rana', { subjectHash: 'f'.repeat(64) })).toMatchObject({
      refusal: { code: 'stale_hash', details: { contentHash, revision: 1 } },
    });
    expect(scenario.decide('rana', { round: 2 })).toMatchObject({
      refusal: { code: 'stale_round', details: { round: 1 } },
    });
  });

  test('invariant 13: a request of an earlier round is stale once a newer revision came', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const old = scenario.decision('rana');
    applied(scenario.resubmit());
    expect(codeOf(scenario.perform(old))).toBe('stale_round');
    expect(codeOf(scenario.perform({ ...old, requestId: scenario.requestOf('rana').id }))).toBe('stale_round');
    expect(codeOf(scenario.perform({ ...old, requestId: scenario.requestOf('rana').id, round: 2 }))).toBe('stale_hash');
  });

  test('invariant 14: decides nothing on a stage run that was withdrawn, closed or superseded', () => {
    const withdrawn = new Scenario();
    applied(withdrawn.submit());
    applied(withdrawn.withdraw());
    expect(codeOf(withdrawn.decide('rana'))).toBe('run_ended');

    const closed = new Scenario();
    applied(closed.submit());
    applied(closed.decide('rana', { verdict: 'request_changes' }));
    expect(codeOf(closed.decide('rami'))).toBe('stage_closed');
  });

  test('someone leaving blocks a stage that a vote against has not decided', () => {
    const scenario = withReview({ quorum: { kind: 'n', count: 4 }, veto: false });
    applied(scenario.decide('r1', { verdict: 'reject' }));
    scenario.crew.setActive('r2', false);
    applied(scenario.recheck());
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', blocked: 'quorum_out_of_reach' });
    applied(scenario.decide('r3', { verdict: 'reject' }));
    expect(scenario.run.state).toBe('rejected');
  });

  test('a set of people smaller than the count blocks, however they vote', () => {
    const scenario = new Scenario(
      published(reviewWith('review', { quorum: { kind: 'n', count: 6 }, veto: false })),
      fiveReviewers(),
    );
    applied(scenario.submit({ acceptShortage: true }));
    expect(scenario.stageRun('review').blocked).toBe('too_few_eligible');
    for (const member of five) applied(scenario.decide(member, { verdict: 'reject' }));
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', blocked: 'too_few_eligible' });
  });
});

describe('amending who is asked', () => {
  test('invariant 15: changes required count and people by an audited amendment alone', () => {
    const scenario = withReview({ quorum: { kind: 'all' } });
    scenario.crew.setActive('r5', false);
    scenario.crew.grant('mona', 'reviewer');
    applied(scenario.recheck());
    expect(scenario.stageRun('review')).toMatchObject({
      required: 5,
      eligibleIds: five,
      blocked: 'quorum_out_of_reach',
    });
    applied(scenario.amend({ removeMemberIds: ['r4', 'r5'], addMemberIds: ['mona'] }));
    expect(scenario.stageRun('review')).toMatchObject({
      required: 4,
      eligibleIds: ['r1', 'r2', 'r3', 'mona'],
      blocked: null,
    });
    expect(scenario.eventsOf('eligibility.amended')).toMatchObject([
      { requiredBefore: 5, required: 4, actorId: 'adel', reason: 'On leave' },
    ]);
    expect(scenario.eventsOf('stage.unblocked')).toHaveLength(1);
  });

  test('invariant 15: refuses the submitter and the editors, an empty or unexplained amendment', () => {
    const scenario = withReview({ quorum: { kind: 'all' } });
    expect(codeOf(scenario.amend({ actorId: 'sara', addMemberIds: ['mona'] }))).toBe('amended_by_submitter');
    expect(codeOf(scenario.amend({ actorId: 'edit', addMemberIds: ['mona'] }))).toBe('amended_by_submitter');
    expect(codeOf(scenario.amend({ addMemberIds: ['r1'] }))).toBe('amendment_empty');
    expect(codeOf(scenario.amend({ addMemberIds: ['mona'], reason: ' ' }))).toBe('reason_required');
  });

  test('appoints nobody whom the separation of duties leaves out, who is away or who has decided', () => {
    const scenario = withReview({ quorum: { kind: 'all' } });
    applied(scenario.decide('r1'));
    expect(codeOf(scenario.amend({ addMemberIds: ['sara'] }))).toBe('member_excluded');
    expect(codeOf(scenario.amend({ removeMemberIds: ['r1'] }))).toBe('member_has_decided');
    scenario.crew.setActive('mona', false);
    expect(codeOf(scenario.amend({ addMemberIds: ['mona'] }))).toBe('member_inactive');
    expect(codeOf(scenario.amend({ stageRunId: scenario.stageRun('revise').id, addMemberIds: ['mona'] }))).toBe(
      'stage_not_open',
    );
  });

  test('lets an appointed member decide whom no rule names', () => {
    const scenario = withReview({ quorum: { kind: 'any' } });
    applied(scenario.amend({ addMemberIds: ['adel'] }));
    expect(codeOf(scenario.decide('adel'))).toBeUndefined();
  });

  test('invariant 12: approvals above the required count are enough too', () => {
    const scenario = withReview({ quorum: { kind: 'percent', percent: 50 } });
    applied(scenario.decide('r1'));
    applied(scenario.decide('r2'));
    applied(scenario.amend({ removeMemberIds: ['r3', 'r4', 'r5'] }));
    expect(scenario.stageRun('review')).toMatchObject({ required: 1, state: 'approved' });
  });

  test('closes the stage when those who remain have all approved', () => {
    const scenario = withReview({ quorum: { kind: 'all' } });
    for (const member of ['r1', 'r2', 'r3', 'r4']) applied(scenario.decide(member));
    applied(scenario.amend({ removeMemberIds: ['r5'] }));
    expect(scenario.stageRun('review').state).toBe('approved');
    expect(scenario.stageRun('sign-off').state).toBe('open');
  });
});
