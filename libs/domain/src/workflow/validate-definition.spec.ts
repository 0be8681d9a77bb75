import { describe, expect, test } from '@jest/globals';
import type { ApprovalStage, Escalation, StageDeadline, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { updateReview } from './shipped/update-review.js';
import { reviewWith } from './testing/scenario.fixture.js';
import { type DefinitionProblemCode, validateDefinition } from './validate-definition.js';

const codesOf = (definition: WorkflowDefinition) => validateDefinition(definition).map((found) => found.code);
const withStages = (change: (stages: WorkflowStage[]) => WorkflowStage[]): WorkflowDefinition => {
  const definition = updateReview();
  return { ...definition, stages: change(definition.stages) };
};
const waysOn = (changes: Partial<ApprovalStage>, more: Partial<ApprovalStage> = {}): WorkflowDefinition => {
  const [revise, review, signOff, end] = updateReview().stages as [
    WorkflowStage,
    ApprovalStage,
    ApprovalStage,
    WorkflowStage,
  ];
  const third: ApprovalStage = { ...review, key: 'third', order: 3, name: { en: 'Third' }, ...more };
  const stages = [revise, { ...review, ...changes }, third, { ...signOff, order: 4 }, { ...end, order: 5 }];
  return { ...updateReview(), stages };
};
const leadingTo = (to: string, when = 'submission.progress > 50') => ({ routes: [{ when, to }], otherwise: 'third' });
const together = { parallelGroup: 'together' };

/** Two of a group with another stage between them. */
function reviewWithGroups(): WorkflowDefinition {
  const definition = waysOn(together);
  const stages = definition.stages.map((stage) => (stage.key === 'sign-off' ? { ...stage, ...together } : stage));
  return { ...definition, stages: stages as WorkflowStage[] };
}

function gateLast(): WorkflowDefinition {
  const gate: WorkflowStage = { kind: 'gate', key: 'wait', order: 4, name: { en: 'Wait' } };
  return withStages((stages) => [...stages.slice(0, 3), gate, { ...(stages[3] as WorkflowStage), order: 5 }]);
}

/** From the work to the second of two in a group. */
function intoGroup(): WorkflowDefinition {
  const definition = waysOn(together, together);
  const onward = { routes: [{ when: 'submission.progress > 50', to: 'third' }], otherwise: 'review' };
  const stages = definition.stages.map((stage) => (stage.kind === 'work' ? { ...stage, onward } : stage));
  return { ...definition, stages };
}

const deadline: StageDeadline = { workingDays: 5, remindAfter: [3], onTimeout: 'escalate' };
const rung = (afterWorkingDays: number): Escalation => ({ afterWorkingDays, to: [{ role: 'admin' }], asksThem: true });

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
    ['group_of_one', reviewWith('review', { parallelGroup: 'together' })],
    ['group_not_adjacent', reviewWithGroups()],
    ['onward_not_on_last', waysOn({ ...together, onward: leadingTo('sign-off') }, together)],
    ['stage_unknown', waysOn({ onward: leadingTo('nowhere') })],
    ['route_not_later', waysOn({ onward: leadingTo('revise') })],
    ['route_in_own_group', waysOn(together, { ...together, onward: leadingTo('review') })],
    ['route_into_group', intoGroup()],
    ['gate_before_end', gateLast()],
    ['expression_wrong', waysOn({ onward: leadingTo('sign-off', 'member.id == "x"') })],
    ['expression_wrong', reviewWith('review', { eligibility: [{ where: 'member.role == "x"' }] })],
    [
      'step_after_deadline',
      reviewWith('review', { deadline: { workingDays: 5, remindAfter: [5], onTimeout: 'reject' } }),
    ],
    [
      'step_after_deadline',
      reviewWith('review', { deadline: { ...deadline, onTimeout: 'expire', escalations: [rung(5)] } }),
    ],
    ['step_repeated', reviewWith('review', { deadline: { ...deadline, remindAfter: [3, 3] } })],
    ['step_repeated', reviewWith('review', { deadline: { ...deadline, escalations: [rung(6), rung(6)] } })],
    ['own_deciders_excluded', reviewWith('review', { separateFrom: ['review'] })],
    ['authors_not_excluded', reviewWith('review', { excludes: ['editors'] })],
    ['stage_unknown', reviewWith('review', { separateFrom: ['revise'] })],
    ['stage_unknown', reviewWith('review', { requestChanges: { returnTo: 'nowhere' } })],
    ['stage_unknown', reviewWith('review', { onReject: { kind: 'return', stage: 'approved' } })],
    ['return_not_earlier', reviewWith('review', { onReject: { kind: 'return', stage: 'sign-off' } })],
    ['approve_not_offered', reviewWith('review', { verdicts: ['reject', 'request_changes'] })],
    ['changes_go_nowhere', reviewWith('review', { requestChanges: null })],
    ['several_ratings', reviewWith('review', { rates: true })],
    ['rating_not_watched', reviewWith('sign-off', { watchedFields: ['narrative'] })],
    ['too_few_named', reviewWith('review', { quorum: { kind: 'n', count: 2 }, eligibility: [{ members: ['m'] }] })],
  ];

  test.each(faulty)('finds %s', (code, definition) => {
    expect(codesOf(definition)).toContain(code);
  });

  test('finds none in groups and routes that lead forward', () => {
    const onward = { ...leadingTo('approved'), otherwise: 'sign-off' };
    expect(codesOf(waysOn(together, { ...together, onward }))).toEqual([]);
  });

  test('finds a way to the end on which nobody decides', () => {
    const definition = waysOn({});
    const onward = { routes: [{ when: 'true', to: 'approved' }], otherwise: 'review' };
    const stages = definition.stages.map((stage) => (stage.kind === 'work' ? { ...stage, onward } : stage));
    expect(validateDefinition({ ...definition, stages })).toEqual([
      {
        code: 'no_approval',
        stageKey: 'revise',
        message: 'By the routes of "Write the update" a submission could reach the end with nobody deciding on it.',
      },
    ]);
  });

  test('says where a condition is wrong', () => {
    const [found] = validateDefinition(waysOn({ onward: leadingTo('sign-off', 'submission.progres > 3') }));
    expect(found?.message).toBe('Route 1 of "Review", at character 12: There is no "progres" in that.');
  });

  test('lets the ladder of a stage that stays open go on after its time is up', () => {
    const steps = { ...deadline, escalations: [rung(3), rung(5), rung(10)] };
    expect(codesOf(reviewWith('review', { deadline: steps }))).toEqual([]);
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
