import type { ApprovalStage, EligibilityRule, Quorum, WorkflowDefinition } from '@uptake/contracts';
import fc from 'fast-check';
import { updateReview } from '../shipped/update-review.js';

const quorum: fc.Arbitrary<Quorum> = fc.oneof(
  fc.constant<Quorum>({ kind: 'any' }),
  fc.constant<Quorum>({ kind: 'all' }),
  fc.integer({ min: 1, max: 3 }).map((count): Quorum => ({ kind: 'n', count })),
  fc.constantFrom(34, 50, 100).map((percent): Quorum => ({ kind: 'percent', percent })),
);

const reviewers: EligibilityRule = { role: 'reviewer' };
const managers: EligibilityRule = { role: 'manager' };
const keys = ['first', 'second', 'third'];

function stage(index: number, isLast: boolean): fc.Arbitrary<ApprovalStage> {
  const earlier = keys.slice(0, index);
  const key = keys[index] ?? 'more';
  return fc
    .record({
      quorum,
      veto: fc.boolean(),
      eligibility: fc.constantFrom<EligibilityRule[][]>([reviewers], [managers], [reviewers, managers]),
      separateFrom: fc.subarray(earlier),
      offersChanges: fc.boolean(),
      offersAbstention: fc.boolean(),
      doesReasonReject: fc.boolean(),
      returnsTo: fc.option(fc.constantFrom('revise', ...earlier, key)),
      watchedFields: fc.constantFrom<(string[] | null)[]>(null, ['amount']),
      rates: fc.constant(isLast),
    })
    .map(({ offersChanges, offersAbstention, doesReasonReject, returnsTo, ...rest }) => ({
      ...rest,
      kind: 'approval',
      key,
      order: index + 2,
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
    }));
}

const made: fc.Arbitrary<WorkflowDefinition> = fc
  .integer({ min: 1, max: keys.length })
  .chain((count) => fc.tuple(...keys.slice(0, count).map((_, index) => stage(index, index === count - 1))))
  .map((approvals) => ({
    format: 1,
    key: 'made',
    name: { en: 'Made' },
    subjects: ['update'],
    stages: [
      { kind: 'work', key: 'revise', order: 1, name: { en: 'Revise' } },
      ...approvals,
      { kind: 'end', key: 'done', order: 10, name: { en: 'Done' } },
    ],
  }));

/** The shipped template and sound ones of one to three stages with every kind of quorum, return and separation. */
export const anyDefinition: fc.Arbitrary<WorkflowDefinition> = fc.oneof(fc.constant(updateReview()), made);
