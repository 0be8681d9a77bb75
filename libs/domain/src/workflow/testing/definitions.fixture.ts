import type {
  ApprovalStage,
  EligibilityRule,
  Onward,
  Quorum,
  StageDeadline,
  WorkflowDefinition,
  WorkflowStage,
} from '@uptake/contracts';
import fc from 'fast-check';
import { updateReview } from '../shipped/update-review.js';
import { conditions } from './model-conditions.fixture.js';

const quorum: fc.Arbitrary<Quorum> = fc.oneof(
  fc.constant<Quorum>({ kind: 'any' }),
  fc.constant<Quorum>({ kind: 'all' }),
  fc.integer({ min: 1, max: 3 }).map((count): Quorum => ({ kind: 'n', count })),
  fc.constantFrom(34, 50, 100).map((percent): Quorum => ({ kind: 'percent', percent })),
);

const reviewers: EligibilityRule = { role: 'reviewer' };
const reviewersByCondition: EligibilityRule = { where: '"reviewer" in member.roles' };
const managers: EligibilityRule = { role: 'manager' };
const keys = ['first', 'second', 'third', 'fourth'];

const rungs = fc.tuple(fc.boolean(), fc.boolean()).map(([asksFirst, asksSecond]) => [
  { afterWorkingDays: 2, to: [managers], asksThem: asksFirst },
  { afterWorkingDays: 3, to: [{ role: 'admin' as const }, reviewers], asksThem: asksSecond },
]);
const deadline: fc.Arbitrary<StageDeadline> = fc.record(
  {
    workingDays: fc.constant(4),
    remindAfter: fc.subarray([1, 3]),
    onTimeout: fc.constantFrom('escalate', 'expire', 'reject'),
    escalations: rungs,
  },
  { requiredKeys: ['workingDays', 'remindAfter', 'onTimeout'] },
);

function stage(index: number, isLast: boolean): fc.Arbitrary<ApprovalStage> {
  const earlier = keys.slice(0, index);
  const key = keys[index] ?? 'more';
  return fc
    .record({
      quorum,
      veto: fc.boolean(),
      eligibility: fc.constantFrom<EligibilityRule[][]>(
        [reviewers],
        [managers],
        [reviewers, managers],
        [reviewersByCondition],
      ),
      separateFrom: fc.subarray(earlier),
      offersChanges: fc.boolean(),
      offersAbstention: fc.boolean(),
      doesReasonReject: fc.boolean(),
      returnsTo: fc.option(fc.constantFrom('revise', ...earlier, key)),
      watchedFields: fc.constantFrom<(string[] | null)[]>(null, ['amount'], ['elsewhere']),
      rates: fc.constant(isLast),
      isSigned: fc.nat({ max: 4 }).map((chance) => chance === 0),
      canBeOverridden: fc.boolean(),
      deadline: fc.option(deadline, { nil: undefined }),
    })
    .map(
      ({
        offersChanges,
        offersAbstention,
        doesReasonReject,
        returnsTo,
        watchedFields,
        isSigned,
        canBeOverridden,
        deadline,
        ...rest
      }) => ({
        ...rest,
        watchedFields: rest.rates && watchedFields ? [...watchedFields, 'rating'] : watchedFields,
        ...(isSigned ? { signature: { meaning: { en: 'I have checked it' } } } : {}),
        ...(canBeOverridden ? { overridableBy: [managers] } : {}),
        ...(deadline ? { deadline } : {}),
        kind: 'approval',
        key,
        // places between for gates
        order: 2 * index + 3,
        name: { en: key },
        excludes: ['submitter', 'editors'],
        verdicts: [
          'approve',
          'reject',
          ...(offersChanges ? ['request_changes' as const] : []),
          ...(offersAbstention ? ['abstain' as const] : []),
        ],
        reasonRequiredFor: doesReasonReject ? ['reject'] : [],
        onReject: returnsTo === null ? { kind: 'end' } : { kind: 'return', stage: returnsTo },
        requestChanges: offersChanges ? { returnTo: 'revise' } : null,
      }),
    );
}

/** How the stages hang together: which stand in a group, where a gate stands before one, and which routes lead on. */
interface Shape {
  group: number[];
  gateBefore: number | null;
  leads: { when: number; over: number; otherwise: number }[];
}
const shape: fc.Arbitrary<Shape> = fc.record({
  group: fc.constantFrom([], [], [0, 1], [1, 2], [0, 1, 2], [2, 3]),
  gateBefore: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
  leads: fc.array(
    fc.record({
      when: fc.nat({ max: conditions.length - 1 }),
      over: fc.constantFrom(0, 1, 1, 2, 2, 3),
      otherwise: fc.constantFrom(0, 0, 0, 1),
    }),
    { minLength: 5, maxLength: 5 },
  ),
});

function shaped(approvals: readonly ApprovalStage[], { group, gateBefore, leads }: Shape): WorkflowStage[] {
  const isGrouped = group.length > 0 && group.every((index) => index < approvals.length);
  const grouped = approvals.map((one, index) =>
    isGrouped && group.includes(index) ? { ...one, parallelGroup: 'together' } : one,
  );
  const isFree =
    gateBefore !== null && gateBefore < grouped.length && !(isGrouped && group.slice(1).includes(gateBefore));
  const stages: WorkflowStage[] = [
    { kind: 'work', key: 'revise', order: 1, name: { en: 'Revise' } },
    ...grouped,
    ...(isFree ? [{ kind: 'gate' as const, key: 'wait', order: 2 * gateBefore + 2, name: { en: 'Wait' } }] : []),
    { kind: 'end', key: 'done', order: 20, name: { en: 'Done' } },
  ];
  const inOrder = stages.sort((a, b) => a.order - b.order);
  return inOrder.map((one, index) => {
    const onward = onwardFrom(inOrder, index, leads[index]);
    return onward && one.kind !== 'end' ? { ...one, onward } : one;
  });
}

/** Leads only where a route may: on the last of a group, to the first of a later one, and past the work to no end. */
function onwardFrom(stages: readonly WorkflowStage[], index: number, lead: Shape['leads'][number] | undefined) {
  const isMember = (one: WorkflowStage | undefined) => one?.kind === 'approval' && one.parallelGroup !== undefined;
  const isInside = (at: number) => isMember(stages[at]) && isMember(stages[at - 1]);
  if (!lead || lead.over === 0 || isInside(index + 1) || stages[index]?.kind !== 'approval') return undefined;
  const targets = stages.slice(index + 1).filter((_, after) => !isInside(index + 1 + after));
  const target = (over: number) => (targets[Math.min(over, targets.length - 1)] as WorkflowStage).key;
  const route = { when: conditions[lead.when]?.text ?? '', to: target(lead.over) };
  return { routes: [route], otherwise: target(lead.otherwise) } satisfies Onward;
}

const made: fc.Arbitrary<WorkflowDefinition> = fc
  .integer({ min: 1, max: keys.length })
  .chain((count) => fc.tuple(shape, ...keys.slice(0, count).map((_, index) => stage(index, index === count - 1))))
  .map(([form, ...approvals]) => ({
    format: 1,
    key: 'made',
    name: { en: 'Made' },
    subjects: ['update'],
    stages: shaped(approvals as ApprovalStage[], form as Shape),
  }));

/** The shipped template and sound ones of one to four stages with every kind of quorum, return, separation, group, route and gate. */
export const anyDefinition: fc.Arbitrary<WorkflowDefinition> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(updateReview()) },
  { weight: 3, arbitrary: made },
);
