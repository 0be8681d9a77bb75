import type { ApprovalStage, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { rulesOf } from './eligibility.js';
import { checkExpression } from './expressions/index.js';
import { stagesInOrder, stepsInOrder } from './stage-order.js';
import { problemsOfWays } from './validate-ways.js';

export type DefinitionProblemCode =
  | 'key_repeated'
  | 'order_repeated'
  | 'work_not_first'
  | 'end_not_last'
  | 'no_approval'
  | 'not_run_yet'
  | 'own_deciders_excluded'
  | 'authors_not_excluded'
  | 'stage_unknown'
  | 'return_not_earlier'
  | 'approve_not_offered'
  | 'changes_go_nowhere'
  | 'several_ratings'
  | 'rating_not_watched'
  | 'too_few_named'
  | 'group_not_adjacent'
  | 'group_of_one'
  | 'onward_not_on_last'
  | 'route_not_later'
  | 'route_in_own_group'
  | 'route_into_group'
  | 'gate_before_end'
  | 'expression_wrong'
  | 'step_after_deadline'
  | 'step_repeated';

/** What keeps a definition from being published, in plain words; screens word it by `code` and `stageKey`. */
export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  readonly stageKey: string | null;
  readonly message: string;
}

/** All problems of a definition whose shape is right; none means that every run of it can be followed to an end. */
export function validateDefinition(definition: WorkflowDefinition): DefinitionProblem[] {
  const stages = stagesInOrder(definition);
  const approvals = stages.filter((stage) => stage.kind === 'approval');
  return [
    ...repeated(stages),
    ...shapeOfTheWay(stages, approvals),
    ...problemsOfWays(stages, stepsInOrder(definition)),
    ...stages.flatMap(notRunYet),
    ...approvals.flatMap((stage) => [
      ...separations(stage, stages),
      ...verdicts(stage),
      ...ways(stage, stages),
      ...people(stage),
      ...steps(stage),
    ]),
    ...approvals
      .filter((stage) => stage.rates)
      .slice(1)
      .map((stage) => problem('several_ratings', stage, 'Only one stage can set the verified rating.')),
    // else a verified rating could stand for a report that says another, or none
    ...approvals
      .filter(({ rates, watchedFields }) => rates && watchedFields !== null && !watchedFields.includes('rating'))
      .map((stage) =>
        problem(
          'rating_not_watched',
          stage,
          `"${stage.name.en}" sets the verified rating, so it must watch the reported one ("rating").`,
        ),
      ),
  ];
}

function problem(code: DefinitionProblemCode, stage: WorkflowStage | null, message: string): DefinitionProblem {
  return { code, stageKey: stage?.key ?? null, message };
}

function repeated(stages: readonly WorkflowStage[]): DefinitionProblem[] {
  return stages.flatMap((stage, index) => {
    const earlier = stages.slice(0, index);
    return [
      ...(earlier.some((other) => other.key === stage.key)
        ? [problem('key_repeated', stage, `Two stages are called "${stage.key}".`)]
        : []),
      ...(earlier.some((other) => other.order === stage.order)
        ? [problem('order_repeated', stage, `"${stage.name.en}" has the same place in the order as another stage.`)]
        : []),
    ];
  });
}

function shapeOfTheWay(stages: readonly WorkflowStage[], approvals: readonly WorkflowStage[]): DefinitionProblem[] {
  const isOnly = (kind: WorkflowStage['kind'], at: number) =>
    stages.at(at)?.kind === kind && stages.filter((stage) => stage.kind === kind).length === 1;
  return [
    ...(isOnly('work', 0)
      ? []
      : [
          problem(
            'work_not_first',
            null,
            'A workflow begins with its one work stage, where the submission is written.',
          ),
        ]),
    ...(isOnly('end', -1) ? [] : [problem('end_not_last', null, 'A workflow ends with its one end stage.')]),
    ...(approvals.length > 0
      ? []
      : [problem('no_approval', null, 'Nobody decides: a workflow needs at least one approval stage.')]),
  ];
}

/** The shape already has a place for these; until they run, publishing one would promise what does not happen. */
function notRunYet(stage: WorkflowStage): DefinitionProblem[] {
  const parts = [
    stage.kind === 'approval' && rulesOf(stage).some((rule) => 'managerOf' in rule)
      ? 'a stage that asks managers of people'
      : null,
  ].filter((part) => part !== null);
  return parts.map((part) =>
    problem('not_run_yet', stage, `"${stage.name.en}" is ${part}, which workflows cannot run yet.`),
  );
}

function separations(stage: ApprovalStage, stages: readonly WorkflowStage[]): DefinitionProblem[] {
  const unknown = stage.separateFrom.filter(
    (key) => !stages.some((other) => other.kind === 'approval' && other.key === key),
  );
  return [
    ...unknown.map((key) =>
      problem('stage_unknown', stage, `"${stage.name.en}" is kept separate from "${key}", which is no approval stage.`),
    ),
    ...(stage.separateFrom.includes(stage.key)
      ? [
          problem(
            'own_deciders_excluded',
            stage,
            `"${stage.name.en}" is kept separate from itself, so nobody could decide it.`,
          ),
        ]
      : []),
    ...(stage.excludes.includes('submitter') && stage.excludes.includes('editors')
      ? []
      : [
          problem(
            'authors_not_excluded',
            stage,
            `"${stage.name.en}" must leave out the submitter and the editors: nobody decides on their own work.`,
          ),
        ]),
  ];
}

function verdicts(stage: ApprovalStage): DefinitionProblem[] {
  const offersChanges = stage.verdicts.includes('request_changes');
  return [
    ...(stage.verdicts.includes('approve')
      ? []
      : [problem('approve_not_offered', stage, `Nobody could approve in "${stage.name.en}".`)]),
    ...(offersChanges === (stage.requestChanges !== null)
      ? []
      : [
          problem(
            'changes_go_nowhere',
            stage,
            `"${stage.name.en}" must offer a request for changes and say where it returns to, or neither.`,
          ),
        ]),
  ];
}

function ways(stage: ApprovalStage, stages: readonly WorkflowStage[]): DefinitionProblem[] {
  const targets = [
    ...(stage.requestChanges ? [{ key: stage.requestChanges.returnTo, kinds: ['work'] }] : []),
    ...(stage.onReject.kind === 'return' ? [{ key: stage.onReject.stage, kinds: ['work', 'approval'] }] : []),
  ];
  return targets.flatMap(({ key, kinds }) => {
    const target = stages.find((other) => other.key === key);
    if (!target || !kinds.includes(target.kind))
      return [
        problem(
          'stage_unknown',
          stage,
          `"${stage.name.en}" returns to "${key}", which is no ${kinds.join(' or ')} stage.`,
        ),
      ];
    return target.order <= stage.order
      ? []
      : [
          problem(
            'return_not_earlier',
            stage,
            `"${stage.name.en}" returns to "${target.name.en}", which comes after it.`,
          ),
        ];
  });
}

function people(stage: ApprovalStage): DefinitionProblem[] {
  const { quorum, eligibility } = stage;
  const wrong = rulesOf(stage).flatMap((rule) => ('where' in rule ? checkExpression('eligibility', rule.where) : []));
  if (wrong.length > 0)
    return wrong.map(({ message, start }) =>
      problem(
        'expression_wrong',
        stage,
        `The condition for who is asked or told in "${stage.name.en}", at character ${start + 1}: ${message}`,
      ),
    );
  if (quorum.kind !== 'n' || !eligibility.every((rule) => 'members' in rule)) return [];
  const named = new Set(eligibility.flatMap((rule) => ('members' in rule ? rule.members : []))).size;
  return named >= quorum.count
    ? []
    : [
        problem(
          'too_few_named',
          stage,
          `"${stage.name.en}" asks for ${quorum.count} approvals of ${named} named people.`,
        ),
      ];
}

/** Every step of a deadline comes on a day of its own, and while there still is somebody to remind or a stage to escalate. */
function steps(stage: ApprovalStage): DefinitionProblem[] {
  if (!stage.deadline) return [];
  const { workingDays, remindAfter, onTimeout, escalations = [] } = stage.deadline;
  const rungs = escalations.map(({ afterWorkingDays }) => afterWorkingDays);
  const isLate = (day: number) => day >= workingDays;
  const hasDoubles = (days: readonly number[]) => new Set(days).size < days.length;
  return [
    ...(remindAfter.some(isLate)
      ? [problem('step_after_deadline', stage, `"${stage.name.en}" reminds people when its time is already up.`)]
      : []),
    ...(onTimeout !== 'escalate' && rungs.some(isLate)
      ? [problem('step_after_deadline', stage, `"${stage.name.en}" escalates when its time is up and it has closed.`)]
      : []),
    ...(hasDoubles(remindAfter) || hasDoubles(rungs)
      ? [problem('step_repeated', stage, `"${stage.name.en}" has two reminders or two escalations on the same day.`)]
      : []),
  ];
}
