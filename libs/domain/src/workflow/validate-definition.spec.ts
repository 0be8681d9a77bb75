import { describe, expect, test } from '@jest/globals';
import type { ApprovalStage, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { updateReview } from './shipped/update-review.js';
import { reviewWith } from './testing/scenario.fixture.js';
import { type DefinitionProblemCode, validateDefinition } from './validate-definition.js';

const codesOf = (definition: WorkflowDefinition) => validateDefinition(definition).map((found) => found.code);
const withStages = (change: (stages: WorkflowStage[]) => WorkflowStage[]): WorkflowDefinition => {
  const definition = updateReview();
  return { ...definition, stages: change(definition.stages) };
};
const gate: WorkflowStage = { kind: 'gate', key: 'wait', order: 10, name: { en: 'Wait' } };

describe('problems of a definition', () => {
  test('finds none in the shipped template', () => {
    expect(validateDefinition(updateReview())).toEqual([]);
  });

  const faulty: [DefinitionProblemCode, WorkflowDefinition][] = [
    [
      'key_repeated',
      withStages((stages) => stages.map((stage) => (stage.key === 'sign-off' ? { ...stage, key: 'review' } : stage))),
    ],
    ['order_repeated', reviewWith('sign-off', { order: 2 })],
    ['work_not_first', withStages((stages) => stages.filter((stage) => stage.kind !== 'work'))],
    ['end_not_last', withStages((stages) => stages.filter((stage) => stage.kind !== 'end'))],
    ['no_approval', withStages((stages) => stages.filter((stage) => stage.kind !== 'approval'))],
    [
      'not_run_yet',
      withStages((stages) => [...stages.slice(0, 3), { ...gate, order: 4 }, { ...stages[3]!, order: 5 }]),
    ],
    ['not_run_yet', reviewWith('review', { parallelGroup: 'together' })],
    ['not_run_yet', reviewWith('review', { deadline: { workingDays: 5, remindAfter: [3], onTimeout: 'escalate' } })],
    ['own_deciders_excluded', reviewWith('review', { separateFrom: ['review'] })],
    ['authors_not_excluded', reviewWith('review', { excludes: ['editors'] })],
    ['stage_unknown', reviewWith('review', { separateFrom: ['revise'] })],
    ['stage_unknown', reviewWith('review', { requestChanges: { returnTo: 'nowhere' } })],
    ['stage_unknown', reviewWith('review', { onReject: { kind: 'return', stage: 'approved' } })],
    ['return_not_earlier', reviewWith('review', { onReject: { kind: 'return', stage: 'sign-off' } })],
    ['approve_not_offered', reviewWith('review', { verdicts: ['reject', 'request_changes'] })],
    ['changes_go_nowhere', reviewWith('review', { requestChanges: null })],
    ['several_ratings', reviewWith('review', { rates: true })],
    ['too_few_named', reviewWith('review', { quorum: { kind: 'n', count: 2 }, eligibility: [{ members: ['m'] }] })],
  ];

  test.each(faulty)('finds %s', (code, definition) => {
    expect(codesOf(definition)).toContain(code);
  });

  test('says it in words and names the stage', () => {
    const [found] = validateDefinition(
      reviewWith('review', { quorum: { kind: 'n', count: 3 }, eligibility: [{ members: ['a', 'b'] }] }),
    );
    expect(found).toEqual({
      code: 'too_few_named',
      stageKey: 'review',
      message: '"Review" asks for 3 approvals of 2 named people.',
    });
  });

  test('finds several at once', () => {
    const faults: Partial<ApprovalStage> = { verdicts: ['abstain'], requestChanges: null, separateFrom: ['gone'] };
    expect(codesOf(reviewWith('review', faults))).toEqual(['stage_unknown', 'approve_not_offered']);
  });
});
