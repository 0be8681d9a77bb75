import { describe, expect, test } from '@jest/globals';
import { replay } from './evolve.js';
import { countedDecisions } from './stage-order.js';
import { applied, codeOf, published, reviewWith, revisionOf, Scenario } from './testing/scenario.fixture.js';
import { changesBetween } from './changes-between.js';

const approvedOnce = () => {
  const scenario = new Scenario();
  applied(scenario.submit());
  applied(scenario.decide('rana'));
  return scenario;
};

describe('the way through', () => {
  test('goes from the submission through both stages to the record', () => {
    const scenario = approvedOnce();
    applied(scenario.decide('mona', { verifiedRating: 'substantial', ratingReason: 'Seen on site' }));
    expect(scenario.run).toMatchObject({
      state: 'approved',
      round: 1,
      verifiedRating: 'substantial',
      ratingReason: 'Seen on site',
    });
    expect(scenario.log.map((event) => event.type)).toEqual([
      'run.started',
      'stage.opened',
      'stage.completed',
      'stage.opened',
      'request.decided',
      'request.superseded',
      'stage.completed',
      'stage.opened',
      'request.decided',
      'request.superseded',
      'stage.completed',
      'run.approved',
    ]);
  });

  test('invariant 16: opens the second stage after the first is approved, and approves after the second', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    expect(() => scenario.stageRun('sign-off')).toThrow();
    applied(scenario.decide('rana'));
    expect(scenario.run.state).toBe('active');
    expect(scenario.stageRun('sign-off').state).toBe('open');
    applied(scenario.decide('mona'));
    expect(scenario.run.state).toBe('approved');
  });

  test('invariant 16: gives administrators no other way', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    expect(codeOf(scenario.decide('adel', { requestId: scenario.requestOf('rana').id }))).toBe('not_asked');
  });

  test('invariant 18: does the same with the same inputs', () => {
    const told = [new Scenario(), new Scenario()].map((scenario) => {
      applied(scenario.submit());
      applied(scenario.decide('rami', { verdict: 'request_changes' }));
      applied(scenario.resubmit());
      applied(scenario.decide('rana'));
      return scenario.log;
    });
    expect(told[0]).toEqual(told[1]);
  });

  test('invariant 19: a request for changes returns to the submitter, raises the round and voids every decision', () => {
    const scenario = approvedOnce();
    applied(scenario.decide('mona', { verdict: 'request_changes', reason: 'Add the budget' }));
    expect(scenario.run).toMatchObject({ state: 'changes_requested', round: 2 });
    expect(scenario.stageRun('revise')).toMatchObject({ state: 'open', round: 2 });
    expect(scenario.stageRun('review').state).toBe('superseded');
    expect(countedDecisions(scenario.state)).toEqual([]);
    expect(scenario.state.decisions).toHaveLength(2);
    applied(scenario.resubmit());
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', round: 2 });
    expect(scenario.run).toMatchObject({ state: 'active', round: 2, judged: { revision: 2 } });
  });

  test('invariant 19: a rejection that returns to a stage voids that stage and those after it, not those before', () => {
    const scenario = new Scenario(
      published(reviewWith('sign-off', { onReject: { kind: 'return', stage: 'sign-off' } })),
    );
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    applied(scenario.decide('mona', { verdict: 'reject' }));
    expect(scenario.run).toMatchObject({ state: 'active', round: 2 });
    expect(scenario.stageRun('review')).toMatchObject({ state: 'approved', round: 1 });
    expect(scenario.stageRun('sign-off')).toMatchObject({ state: 'open', round: 2 });
    applied(scenario.decide('musa'));
    expect(scenario.run.state).toBe('approved');
    expect(scenario.eventsOf('run.approved')[0]?.decisionIds).toHaveLength(2);
  });

  test('invariant 19: a rejection can return to an earlier stage', () => {
    const scenario = new Scenario(published(reviewWith('sign-off', { onReject: { kind: 'return', stage: 'review' } })));
    applied(scenario.submit());
    applied(scenario.decide('rana'));
    applied(scenario.decide('mona', { verdict: 'reject' }));
    expect(scenario.eventsOf('stage.voided')).toMatchObject([{ stageKey: 'review', round: 1 }]);
    expect(scenario.stageRun('review')).toMatchObject({ state: 'open', round: 2 });
  });

  test('invariant 20: an ended run takes no further command', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    applied(scenario.decide('rana', { verdict: 'reject' }));
    const { state, log } = scenario;
    const before = log.length;
    expect(codeOf(scenario.submit())).toBe('run_ended');
    expect(codeOf(scenario.resubmit())).toBe('run_ended');
    expect(codeOf(scenario.decide('rami'))).toBe('run_ended');
    expect(codeOf(scenario.withdraw())).toBe('run_ended');
    expect(codeOf(scenario.perform({ type: 'cancel', actorId: 'adel', reason: 'Closed' }))).toBe('run_ended');
    expect(codeOf(scenario.recheck())).toBe('run_ended');
    expect(codeOf(scenario.amend({ addMemberIds: ['musa'] }))).toBe('run_ended');
    expect(scenario.state).toBe(state);
    expect(log).toHaveLength(before);
  });

  test('invariant 21: refuses a second run while one is under way', () => {
    const scenario = new Scenario();
    expect(codeOf(scenario.submit({ context: { otherActiveRunId: 'run-0' } }))).toBe('run_already_active');
    applied(scenario.submit());
    expect(codeOf(scenario.submit())).toBe('run_already_active');
  });

  test('invariant 22: withdrawing cancels every open request and stage in the same command', () => {
    const scenario = approvedOnce();
    const { events } = applied(scenario.withdraw());
    expect(events.map((event) => event.type)).toEqual([
      'request.cancelled',
      'request.cancelled',
      'stage.cancelled',
      'run.withdrawn',
    ]);
    expect(new Set(events.map((event) => event.lockVersion)).size).toBe(1);
    expect(scenario.state.requests.filter((request) => request.state === 'open')).toEqual([]);
    expect(scenario.stageRun('sign-off').state).toBe('cancelled');
  });

  test('only the submitter withdraws, also while the revision is awaited', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    applied(scenario.decide('rana', { verdict: 'request_changes' }));
    expect(codeOf(scenario.withdraw('rana'))).toBe('not_submitter');
    applied(scenario.withdraw());
    expect(scenario.run.state).toBe('withdrawn');
    expect(scenario.stageRun('revise').state).toBe('cancelled');
  });

  test('cancelling asks for a reason', () => {
    const scenario = approvedOnce();
    expect(codeOf(scenario.perform({ type: 'cancel', actorId: 'adel', reason: '' }))).toBe('reason_required');
    applied(scenario.perform({ type: 'cancel', actorId: 'adel', reason: 'Overtaken by events' }));
    expect(scenario.run.state).toBe('cancelled');
  });
});

describe('revisions', () => {
  test('a revision over the heads of deciders supersedes what is open and voids what stood', () => {
    const scenario = approvedOnce();
    applied(scenario.resubmit());
    expect(scenario.run).toMatchObject({ state: 'active', round: 2, judged: { revision: 2 } });
    expect(scenario.eventsOf('stage.superseded')).toMatchObject([{ stageKey: 'sign-off' }]);
    expect(scenario.eventsOf('stage.voided').map((event) => event.stageKey)).toEqual(['revise', 'review']);
    expect(scenario.asked('review')).toEqual(['rana', 'rami']);
  });

  test('invariant 25: what was voided is asked anew, with new requests', () => {
    const scenario = approvedOnce();
    const before = scenario.state.requests.map((request) => request.id);
    applied(scenario.resubmit());
    const opened = scenario.eventsOf('stage.opened').at(-1);
    expect(opened?.requests).toHaveLength(2);
    expect(opened?.requests.some((request) => before.includes(request.id))).toBe(false);
  });

  test('takes revisions in their order and none without a change', () => {
    const scenario = new Scenario();
    expect(codeOf(scenario.submit({ judged: revisionOf(2) }))).toBe('revision_not_next');
    applied(scenario.submit());
    expect(codeOf(scenario.resubmit({ revision: 3 }))).toBe('revision_not_next');
    expect(codeOf(scenario.resubmit({ contentHash: scenario.run.judged.contentHash }))).toBe('content_unchanged');
  });

  test('nothing but a submission starts a run', () => {
    expect(codeOf(new Scenario().perform({ type: 'withdraw', actorId: 'sara', reason: null }))).toBe('run_not_started');
  });

  test('invariant 24: approves the hash that every counted decision was taken on', () => {
    const scenario = approvedOnce();
    applied(scenario.decide('mona', { verdict: 'request_changes' }));
    applied(scenario.resubmit());
    applied(scenario.decide('rana'));
    applied(scenario.decide('mona'));
    const approved = scenario.eventsOf('run.approved')[0];
    const counted = scenario.state.decisions.filter((decision) => approved?.decisionIds.includes(decision.id));
    expect(counted).toHaveLength(2);
    expect(new Set(counted.map((decision) => decision.subjectHash))).toEqual(new Set([approved?.approvedHash]));
    expect(approved?.approvedHash).toBe(revisionOf(2).contentHash);
  });

  test('invariant 24: a stage that watches some fields carries the hash of those', () => {
    const scenario = new Scenario(published(reviewWith('review', { watchedFields: ['amount'] })));
    const content = { narrative: 'One', amount: 5 };
    applied(scenario.submit({ judged: revisionOf(1, { content }) }));
    const first = scenario.stageRun('review').stageHash;
    applied(scenario.resubmit(revisionOf(2, { content: { ...content, narrative: 'Two' } })));
    expect(scenario.stageRun('review').stageHash).toBe(first);
    applied(scenario.resubmit(revisionOf(3, { content: { ...content, amount: 6 } })));
    expect(scenario.stageRun('review').stageHash).not.toBe(first);
    expect(first).not.toBe(scenario.run.judged.contentHash);
  });
});

describe('verdicts and ratings', () => {
  test('asks for a reason where the stage does, and offers only its verdicts', () => {
    const scenario = new Scenario(
      published(reviewWith('review', { verdicts: ['approve', 'reject'], requestChanges: null })),
    );
    applied(scenario.submit());
    expect(codeOf(scenario.decide('rana', { verdict: 'reject', reason: '  ' }))).toBe('reason_required');
    expect(codeOf(scenario.decide('rana', { verdict: 'request_changes' }))).toBe('verdict_not_offered');
  });

  test('the last decider sets the verified rating, with a reason where it differs', () => {
    const scenario = approvedOnce();
    expect(codeOf(scenario.decide('mona', { verifiedRating: null }))).toBe('rating_required');
    expect(codeOf(scenario.decide('mona', { verifiedRating: 'complete' }))).toBe('rating_reason_required');
    applied(scenario.decide('mona', { verifiedRating: 'limited' }));
    expect(scenario.eventsOf('run.approved')).toMatchObject([
      { reportedRating: 'limited', verifiedRating: 'limited', ratingReason: null },
    ]);
  });

  test('takes no rating where none was reported, in another stage, or with another verdict', () => {
    const unrated = new Scenario();
    applied(unrated.submit({ judged: revisionOf(1, { reportedRating: null }) }));
    expect(codeOf(unrated.decide('rana', { verifiedRating: 'limited' }))).toBe('rating_not_expected');
    applied(unrated.decide('rana'));
    expect(codeOf(unrated.decide('mona', { verifiedRating: 'limited' }))).toBe('rating_not_expected');
    applied(unrated.decide('mona'));
    expect(unrated.run).toMatchObject({ state: 'approved', verifiedRating: null });
    const rejected = approvedOnce();
    expect(codeOf(rejected.decide('mona', { verdict: 'reject', verifiedRating: 'limited' }))).toBe(
      'rating_not_expected',
    );
  });
});

describe('the log', () => {
  test('invariant 38: replaying the events rebuilds the state, and each has its place in one sequence', () => {
    const scenario = approvedOnce();
    applied(scenario.decide('mona', { verdict: 'request_changes' }));
    applied(scenario.resubmit());
    applied(scenario.amend({ addMemberIds: ['adel'] }));
    applied(scenario.decide('rami'));
    applied(scenario.withdraw());
    expect(replay(scenario.log)).toEqual(scenario.state);
    expect(scenario.log.map((event) => event.sequence)).toEqual(scenario.log.map((_, index) => index + 1));
    expect(JSON.parse(JSON.stringify(scenario.state))).toEqual(scenario.state);
  });

  test('names the rows that a command inserted and updated', () => {
    const scenario = new Scenario();
    applied(scenario.submit());
    const first = changesBetween(null, scenario.state);
    expect(first.run?.kind).toBe('inserted');
    expect(first.stageRuns.inserted).toHaveLength(2);
    expect(first.requests.inserted).toHaveLength(2);

    const before = scenario.state;
    applied(scenario.decide('rana'));
    const second = changesBetween(before, scenario.state);
    expect(second.run?.kind).toBe('updated');
    expect(second.stageRuns.updated.map((stageRun) => stageRun.stageKey)).toEqual(['review']);
    expect(second.stageRuns.inserted.map((stageRun) => stageRun.stageKey)).toEqual(['sign-off']);
    expect(second.requests.updated.map((request) => request.state)).toEqual(['decided', 'superseded']);
    expect(second.decisions.map((decision) => decision.actorId)).toEqual(['rana']);

    applied(scenario.recheck());
    expect(changesBetween(scenario.state, scenario.state).run).toBeNull();
  });
});
