import { describe, expect, it } from '@jest/globals';
import type { ApprovalStage, Role, WorkflowDefinition } from '@uptake/contracts';
import { updateReview } from '../shipped/update-review.js';
import { type DryRunFacts, simulateRun } from './simulate-run.js';

const member = (id: string, roles: Role[], more: object = {}) => ({
  id,
  name: id,
  roles,
  teamIds: [] as string[],
  isActive: true,
  maySee: true,
  ...more,
});

const facts = (more: Partial<DryRunFacts> = {}): DryRunFacts => ({
  submission: { kind: 'update', progress: null, rating: null, fields: {} },
  item: {
    kind: 'recommendation',
    reference: 'R-1',
    priority: 'normal',
    status: 'open',
    visibility: 'workspace',
    fields: {},
  },
  members: [
    member('rana', ['reviewer']),
    member('rami', ['reviewer', 'manager']),
    member('mona', ['manager']),
    member('old', ['reviewer'], { isActive: false }),
    member('blind', ['reviewer'], { maySee: false }),
  ],
  ownerIds: { item: ['mona'], parent: [] },
  ...more,
});

const setting = {
  submitterId: null,
  now: new Date('2026-03-05T10:00:00Z'),
  calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
};

function review(change: Partial<ApprovalStage> = {}, more: Partial<ApprovalStage> = {}): WorkflowDefinition {
  const definition = updateReview();
  return {
    ...definition,
    stages: definition.stages.map((stage) =>
      stage.kind === 'approval' ? { ...stage, ...(stage.key === 'review' ? change : more) } : stage,
    ),
  };
}
const tried = (definition: WorkflowDefinition, given = facts(), by: string | null = null) => {
  const { stages, warnings } = simulateRun(definition, given, { ...setting, submitterId: by });
  return { stage: (key: string) => stages.find((stage) => stage.key === key), stages, warnings };
};
const ids = (people: readonly { member: { id: string } }[] = []) => people.map((one) => one.member.id);

describe('trying a version', () => {
  it('names whom each stage would ask, by which rules, and who is left out and why', () => {
    const { stage } = tried(
      review({ eligibility: [{ role: 'reviewer' }, { ownerOf: 'item' }, { role: 'manager' }] }),
      facts(),
      'rana',
    );
    expect(stage('review')?.asks).toEqual([
      { member: { id: 'rami', name: 'rami', active: true }, rules: [0, 2] },
      { member: { id: 'mona', name: 'mona', active: true }, rules: [1, 2] },
    ]);
    expect(stage('review')?.leftOut.map(({ member: { id }, reason }) => [id, reason])).toEqual([
      ['rana', 'is_submitter'],
      ['old', 'inactive'],
      ['blind', 'may_not_see'],
    ]);
    expect(stage('sign-off')?.apartFrom).toEqual(['review']);
  });

  it('says how many approvals are needed of those it would ask', () => {
    expect(tried(review({ quorum: { kind: 'all' } })).stage('review')?.required).toBe(2);
    expect(tried(review({ quorum: { kind: 'percent', percent: 51 } })).stage('review')?.required).toBe(2);
    expect(tried(review()).stage('revise')).toMatchObject({ required: null, asks: [], kind: 'work' });
  });

  it('says when each is due at the latest, one after the other, in working days', () => {
    const deadline = {
      workingDays: 2,
      remindAfter: [1],
      onTimeout: 'escalate' as const,
      escalations: [{ afterWorkingDays: 2, to: [{ role: 'manager' as const }], asksThem: true }],
    };
    const { stage } = tried(review({ deadline }, { deadline }));
    // a Thursday; the week-end does not count
    expect(stage('review')).toMatchObject({
      opensAt: '2026-03-05T10:00:00.000Z',
      remindAt: ['2026-03-06T10:00:00.000Z'],
      dueAt: '2026-03-09T10:00:00.000Z',
      escalations: [{ at: '2026-03-09T10:00:00.000Z', asksThem: true, tells: [{ id: 'rami' }, { id: 'mona' }] }],
    });
    expect(stage('sign-off')).toMatchObject({ opensAt: '2026-03-09T10:00:00.000Z', dueAt: '2026-03-11T10:00:00.000Z' });
    expect(stage('approved')?.opensAt).toBeNull();
  });

  it('takes the way that the submission leads, and says by which condition', () => {
    const onward = {
      routes: [{ when: 'moneyAbove(submission.fields.amount, "1000000", "USD")', to: 'sign-off' }],
      otherwise: 'approved',
    };
    const amountOf = (amount: string) =>
      facts({ submission: { ...facts().submission, fields: { amount: { amount, currency: 'USD' } } } });
    const large = tried(review({ onward }), amountOf('1000000.01'));
    expect(large.stage('sign-off')?.isOnTheWay).toBe(true);
    expect(large.stage('review')?.onward).toEqual({ to: 'sign-off', when: onward.routes[0]?.when });
    const small = tried(review({ onward }), amountOf('1000000'));
    expect(small.stage('sign-off')).toMatchObject({ isOnTheWay: false, dueAt: null, opensAt: null });
    expect(small.stage('review')?.onward).toEqual({ to: 'approved', when: null });
  });

  it('opens the stages of a group together, and goes on from the last of their deadlines', () => {
    const deadlineOf = (workingDays: number) => ({ workingDays, remindAfter: [], onTimeout: 'expire' as const });
    const { stage, stages } = tried({
      ...review({ parallelGroup: 'both', deadline: deadlineOf(1) }, { parallelGroup: 'both', deadline: deadlineOf(3) }),
    });
    expect(stage('review')?.opensAt).toBe(stage('sign-off')?.opensAt);
    expect(stages.filter(({ isOnTheWay }) => isOnTheWay)).toHaveLength(4);
  });

  it('warns of stages without people, with too few, and of those that need different ones', () => {
    const warned = (definition: WorkflowDefinition, given = facts()) =>
      tried(definition, given).warnings.map(({ code, stageKeys, couldAdd }) => [
        code,
        stageKeys,
        couldAdd.map(({ id }) => id),
      ]);
    expect(warned(review({ eligibility: [{ role: 'leader' }] }))).toEqual([
      ['nobody_eligible', ['review'], ['rana', 'rami', 'mona']],
    ]);
    expect(warned(review({ quorum: { kind: 'n', count: 3 } }))).toEqual([['too_few_eligible', ['review'], ['mona']]]);
    const one = facts({ members: [member('rami', ['reviewer', 'manager']), member('lina', ['leader'])] });
    expect(warned(review(), one)).toEqual([['too_few_apart', ['review', 'sign-off'], ['lina']]]);
    expect(warned(review())).toEqual([]);
  });

  it('changes nothing of what it is given and answers the same again', () => {
    const definition = Object.freeze(review());
    expect(simulateRun(definition, facts(), setting)).toEqual(simulateRun(definition, facts(), setting));
    expect(ids(tried(definition).stage('review')?.asks)).toEqual(['rana', 'rami']);
  });
});
