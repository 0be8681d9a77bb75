import { describe, expect, test } from '@jest/globals';
import type { ApprovalStage, Onward, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { replay } from './evolve.js';
import { explainRun, whoIsNext } from './explain-run.js';
import { countedDecisions } from './stage-order.js';
import { updateReview } from './shipped/update-review.js';
import { Crew } from './testing/crew.fixture.js';
import { applied, codeOf, published, revisionOf, Scenario } from './testing/scenario.fixture.js';

const [revise, review] = updateReview().stages as [WorkflowStage, ApprovalStage];
const approval = (key: string, order: number, changes: Partial<ApprovalStage> = {}): ApprovalStage => ({
  ...review,
  key,
  order,
  name: { en: key },
  reasonRequiredFor: [],
  ...changes,
});
const end: WorkflowStage = { kind: 'end', key: 'done', order: 20, name: { en: 'Done' } };
const managers = { eligibility: [{ role: 'manager' as const }] };
const workflow = (...stages: WorkflowStage[]): WorkflowDefinition => ({
  ...updateReview(),
  stages: [revise, ...stages, end],
});
const both = { parallelGroup: 'both' };
const crew = () =>
  new Crew({ sara: [], edit: [], rana: ['reviewer'], rami: ['reviewer'], mona: ['manager'], lina: ['leader'] });
const started = (definition: WorkflowDefinition, content: Record<string, unknown> = { words: 'One', amount: 5 }) => {
  const scenario = new Scenario(published(definition), crew());
  applied(scenario.submit({ judged: revisionOf(1, { content }) }));
  return scenario;
};
const revised = (scenario: Scenario, content: Record<string, unknown>) =>
  scenario.resubmit(revisionOf(scenario.run.judged.revision + 1, { content }));
const openOf = (scenario: Scenario) =>
  scenario.state.stageRuns.filter(({ state }) => state === 'open').map(({ stageKey }) => stageKey);

describe('stages of a group', () => {
  const group = (words: Partial<ApprovalStage> = {}, figures: Partial<ApprovalStage> = {}) =>
    workflow(
      approval('words', 2, { ...both, ...words }),
      approval('figures', 3, { ...both, ...managers, ...figures }),
      approval('board', 4, { eligibility: [{ role: 'leader' }] }),
    );

  test('invariant 17: open together and join once, when all of them stand', () => {
    const scenario = started(group());
    expect(openOf(scenario)).toEqual(['words', 'figures']);
    applied(scenario.decide('mona'));
    expect(openOf(scenario)).toEqual(['words']);
    applied(scenario.decide('rana'));
    expect(openOf(scenario)).toEqual(['board']);
    expect(scenario.eventsOf('stage.opened').filter(({ stageKey }) => stageKey === 'board')).toHaveLength(1);
  });

  test('a rejection in one ends all, a request for changes takes the question back from the others', () => {
    const rejected = started(group());
    applied(rejected.decide('mona', { verdict: 'reject' }));
    expect(rejected.run.state).toBe('rejected');
    expect(rejected.stageRun('words').state).toBe('cancelled');
    const sentBack = started(group());
    applied(sentBack.decide('rana', { verdict: 'request_changes' }));
    expect(sentBack.stageRun('figures').state).toBe('superseded');
    expect(codeOf(sentBack.decide('mona'))).toBe('stale_round');
  });

  test('invariant 19: going back to one of them opens the whole group again', () => {
    const scenario = started(group({}, { onReject: { kind: 'return', stage: 'figures' } }));
    applied(scenario.decide('rana'));
    applied(scenario.decide('mona', { verdict: 'reject' }));
    expect(openOf(scenario)).toEqual(['words', 'figures']);
    expect(countedDecisions(scenario.state)).toEqual([]);
    expect(scenario.stageRun('words').round).toBe(2);
  });

  test('invariant 3: who decides in one is asked no more in another that excludes it, and what that blocks is told', () => {
    const definition = group({}, { eligibility: [{ role: 'reviewer' }], separateFrom: ['words'] });
    const scenario = started(definition);
    expect(scenario.asked('figures')).toEqual(['rana', 'rami']);
    const asked = scenario.state.requests.filter(({ memberId }) => memberId === 'rana').map(({ id }) => id);
    applied(scenario.decide('rana', { requestId: asked[0] }));
    expect(scenario.asked('figures')).toEqual(['rami']);
    expect(codeOf(scenario.decide('rana', { requestId: asked[1] }))).toBe('request_not_open');
    applied(scenario.decide('rami'));
    expect(openOf(scenario)).toEqual(['board']);
  });

  test('invariant 8: two that exclude each other need different people, open together or not', () => {
    const definition = group({}, { eligibility: [{ members: ['rana'] }], separateFrom: ['words'] });
    const stages = definition.stages.map((stage) =>
      stage.key === 'words' ? { ...stage, eligibility: [{ members: ['rana'] }] } : stage,
    );
    const scenario = new Scenario(published({ ...definition, stages }), crew());
    expect(scenario.submit()).toMatchObject({
      refusal: { details: { shortages: [{ stageKeys: ['words', 'figures'], required: 2, available: 1 }] } },
    });
  });

  test('are next together, and shown open together', () => {
    const scenario = started(
      workflow(approval('first', 2), approval('a', 3, both), approval('b', 4, { ...both, ...managers })),
    );
    const people = scenario.crew.now(scenario.version.definition);
    expect(whoIsNext(scenario.version, scenario.state, people)).toEqual([
      { stageKey: 'a', memberIds: ['rana', 'rami'] },
      { stageKey: 'b', memberIds: ['mona'] },
    ]);
    applied(scenario.decide('rana'));
    expect(explainRun(scenario.version, scenario.state, people).map(({ state }) => state)).toEqual([
      'completed',
      'approved',
      'open',
      'open',
      'waiting',
    ]);
  });
});

describe('routes', () => {
  const large: Onward = { routes: [{ when: 'submission.fields.amount > 10', to: 'board' }], otherwise: 'done' };
  const byAmount = (changes: Partial<ApprovalStage> = {}) =>
    workflow(
      approval('first', 2, { onward: large, ...changes }),
      approval('middle', 3, managers),
      approval('board', 4, { eligibility: [{ role: 'leader' }] }),
    );

  test('invariant 16: what a rule leads past is recorded with the rule that held', () => {
    const scenario = started(byAmount(), { amount: 50 });
    applied(scenario.decide('rana'));
    expect(openOf(scenario)).toEqual(['board']);
    expect(scenario.eventsOf('stage.skipped')).toMatchObject([
      { stageKey: 'middle', rule: { fromStageKey: 'first', when: 'submission.fields.amount > 10', to: 'board' } },
    ]);
    applied(scenario.decide('lina'));
    expect(scenario.run.state).toBe('approved');
    expect(replay(scenario.log)).toEqual(scenario.state);
  });

  test('go on by `otherwise` where no condition holds, also because a field is not there', () => {
    for (const content of [{ amount: 5 }, { words: 'No amount' }]) {
      const scenario = started(byAmount(), content);
      applied(scenario.decide('rana'));
      expect(scenario.run.state).toBe('approved');
      expect(scenario.eventsOf('stage.skipped').map(({ stageKey, rule }) => [stageKey, rule.when])).toEqual([
        ['middle', null],
        ['board', null],
      ]);
    }
  });

  test('invariant 18: take the first that holds, by submission and item as they stand then', () => {
    const onward = {
      routes: [
        { when: 'item.priority == "urgent"', to: 'done' },
        { when: 'submission.fields.amount > 10', to: 'board' },
      ],
      otherwise: 'middle',
    };
    const item = {
      kind: 'task',
      reference: '1',
      priority: 'urgent',
      status: 'open',
      visibility: 'workspace',
      fields: {},
    };
    const urgent = started(byAmount({ onward }), { amount: 50 });
    urgent.item = item;
    applied(urgent.decide('rana'));
    expect(urgent.run.state).toBe('approved');
    const ordinary = started(byAmount({ onward }), { amount: 50 });
    ordinary.item = { ...item, priority: 'low' };
    applied(ordinary.decide('rana'));
    expect(openOf(ordinary)).toEqual(['board']);
  });

  test('a later revision asks again: what was passed over by a rule that does not hold any more is void', () => {
    const scenario = started(byAmount({ watchedFields: ['words'] }), { words: 'One', amount: 50 });
    applied(scenario.decide('rana'));
    expect(openOf(scenario)).toEqual(['board']);
    const stays = { routes: [{ when: 'submission.fields.amount > 10', to: 'board' }], otherwise: 'middle' };
    const other = started(byAmount({ watchedFields: ['words'], onward: stays }), { words: 'One', amount: 50 });
    applied(other.decide('rana'));
    applied(revised(other, { words: 'One', amount: 5 }));
    expect(other.eventsOf('stage.voided').map(({ stageKey }) => stageKey)).toEqual(['revise', 'middle']);
    expect(openOf(other)).toEqual(['middle']);
    applied(other.decide('mona'));
    applied(other.decide('lina'));
    expect(other.run.state).toBe('approved');
  });

  test('nobody is missed where nobody will be asked', () => {
    const definition = workflow(approval('first', 2, { onward: large }), approval('board', 4, { eligibility: [] }));
    const stages = definition.stages.map((stage) =>
      stage.key === 'board' ? { ...stage, eligibility: [{ members: ['nobody'] }] } : stage,
    );
    const scenario = new Scenario(published({ ...definition, stages }), crew());
    const submitted = (amount: number) => scenario.submit({ judged: revisionOf(1, { content: { amount } }) });
    expect(codeOf(submitted(50))).toBe('too_few_eligible');
    expect(codeOf(submitted(5))).toBeUndefined();
  });
});

describe('a revision over a review', () => {
  const watching = () =>
    workflow(
      approval('words', 2, { watchedFields: ['words'] }),
      approval('figures', 3, { watchedFields: ['amount'], quorum: { kind: 'n', count: 2 } }),
    );

  test('invariant 23: voids exactly the stages that watch what it changes', () => {
    const scenario = started(watching());
    applied(scenario.decide('rana'));
    applied(scenario.decide('rami'));
    applied(revised(scenario, { words: 'Two', amount: 5 }));
    expect(openOf(scenario)).toEqual(['figures', 'words']);
    expect(scenario.stageRun('figures')).toMatchObject({ round: 1 });
    expect(scenario.stageRun('words')).toMatchObject({ round: 2 });
    applied(revised(scenario, { words: 'Two', amount: 5, other: 1 }));
    expect(openOf(scenario)).toEqual(['figures', 'words']);
  });

  test('invariant 24: counts what was decided on an earlier revision only where the stage saw no difference', () => {
    const scenario = started(watching());
    applied(scenario.decide('rana'));
    applied(scenario.decide('rami'));
    applied(revised(scenario, { words: 'Two', amount: 5 }));
    applied(scenario.decide('rami'));
    const figures = scenario.state.requests.find(
      ({ memberId, stageRunId }) => memberId === 'rana' && stageRunId === scenario.stageRun('figures').id,
    );
    applied(scenario.decide('rana', { requestId: figures?.id ?? '' }));
    expect(scenario.run.state).toBe('approved');
    const counted = countedDecisions(scenario.state).map(({ stageKey, revision }) => [stageKey, revision]);
    expect(counted).toEqual([
      ['figures', 1],
      ['words', 2],
      ['figures', 2],
    ]);
  });

  test('invariant 25: asks anew with new requests', () => {
    const scenario = started(watching());
    const before = scenario.state.requests.map(({ id }) => id);
    applied(revised(scenario, { words: 'Two', amount: 5 }));
    expect(scenario.asked('words')).toEqual(['rana', 'rami']);
    expect(scenario.state.requests.filter(({ state, id }) => state === 'open' && before.includes(id))).toEqual([]);
  });

  test('invariant 1: voids what its new author decided, and asks them no more', () => {
    const scenario = started(watching());
    applied(scenario.decide('rana'));
    applied(scenario.decide('rami'));
    const content = { words: 'One', amount: 5, other: 1 };
    applied(scenario.resubmit(revisionOf(2, { content, submitterId: 'rami' }), true));
    expect(scenario.stageRun('words').state).toBe('approved');
    expect(scenario.stageRun('figures')).toMatchObject({
      round: 2,
      eligibleIds: ['rana'],
      blocked: 'too_few_eligible',
    });
  });
});

describe('gates', () => {
  const gated = () =>
    workflow(
      approval('first', 2),
      { kind: 'gate', key: 'wait', order: 3, name: { en: 'Wait' } },
      approval('last', 4, managers),
    );

  test('invariant 29: nothing opens behind a gate while something is waited for', () => {
    const scenario = started(gated());
    scenario.gates = [
      { id: 'one', isMet: true },
      { id: 'other', isMet: false },
    ];
    applied(scenario.decide('rana'));
    expect(openOf(scenario)).toEqual(['wait']);
    expect(scenario.run.state).toBe('active');
    expect(applied(scenario.recheckGates()).events).toEqual([]);
    applied(scenario.recheckGates([{ id: 'other', isMet: true }]));
    expect(openOf(scenario)).toEqual(['last']);
    expect(applied(scenario.recheckGates([{ id: 'more', isMet: false }])).events).toEqual([]);
  });

  test('is gone through at once where nothing is waited for, and waits on while a revision is judged again', () => {
    const free = started(gated());
    applied(free.decide('rana'));
    expect(openOf(free)).toEqual(['last']);
    const held = started(gated());
    held.gates = [{ id: 'one', isMet: false }];
    applied(held.decide('rana'));
    applied(revised(held, { words: 'Two' }));
    expect(openOf(held)).toEqual(['wait', 'first']);
    applied(held.recheckGates([]));
    expect(openOf(held)).toEqual(['first']);
    applied(held.decide('rami'));
    expect(openOf(held)).toEqual(['last']);
    applied(held.withdraw());
    expect(codeOf(held.recheckGates([]))).toBe('run_ended');
  });
});
