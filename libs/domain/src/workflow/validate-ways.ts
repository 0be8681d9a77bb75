import type { Onward, WorkflowStage } from '@uptake/contracts';
import type { DefinitionProblem, DefinitionProblemCode } from './validate-definition.js';
import { checkExpression } from './expressions/index.js';
import { onwardOf } from './routes.js';
import { groupOf, type Step } from './stage-order.js';

const problem = (code: DefinitionProblemCode, stage: WorkflowStage, message: string): DefinitionProblem => ({
  code,
  stageKey: stage.key,
  message,
});

/** What is wrong with parallel groups and with the ways on from stages. */
export function problemsOfWays(stages: readonly WorkflowStage[], steps: readonly Step[]): DefinitionProblem[] {
  return [
    ...groups(steps),
    ...stages.flatMap((stage) => routes(stage, steps)),
    ...undecidedWays(steps),
    ...lastGates(steps),
  ];
}

function groups(steps: readonly Step[]): DefinitionProblem[] {
  return steps.flatMap((step, index) => {
    const [first] = step;
    const group = groupOf(first);
    if (group === undefined) return [];
    if (steps.slice(0, index).some((earlier) => groupOf(earlier[0]) === group))
      return [
        problem(
          'group_not_adjacent',
          first,
          `"${first.name.en}" belongs to the group "${group}" but does not stand next to the others of it.`,
        ),
      ];
    const isAlone = !steps.slice(index + 1).some((later) => groupOf(later[0]) === group) && step.length === 1;
    const early = step.slice(0, -1).filter((stage) => stage.kind !== 'end' && stage.onward !== undefined);
    return [
      ...(isAlone
        ? [
            problem(
              'group_of_one',
              first,
              `"${first.name.en}" is alone in the group "${group}": a group has two or more.`,
            ),
          ]
        : []),
      ...early.map((stage) =>
        problem(
          'onward_not_on_last',
          stage,
          `"${stage.name.en}" has routes, which only the last stage of the group "${group}" can have.`,
        ),
      ),
    ];
  });
}

function routes(stage: WorkflowStage, steps: readonly Step[]): DefinitionProblem[] {
  if (stage.kind === 'end' || stage.onward === undefined) return [];
  const { onward } = stage;
  const targets = [...new Set(targetsOf(onward))];
  return [...targets.flatMap((to) => target(stage, to, steps)), ...conditions(stage, onward)];
}

function target(stage: WorkflowStage, to: string, steps: readonly Step[]): DefinitionProblem[] {
  const at = steps.findIndex((step) => step.some((candidate) => candidate.key === to));
  const step = steps[at];
  if (!step)
    return [
      problem('stage_unknown', stage, `"${stage.name.en}" leads to "${to}", which is no stage of this workflow.`),
    ];
  const found = step.find((candidate) => candidate.key === to) as WorkflowStage;
  if (step.includes(stage) && step.length > 1 && found !== stage)
    return [
      problem(
        'route_in_own_group',
        stage,
        `"${stage.name.en}" leads to "${found.name.en}", which is in its own group.`,
      ),
    ];
  if (at <= steps.findIndex((candidate) => candidate.includes(stage)))
    return [
      problem(
        'route_not_later',
        stage,
        `"${stage.name.en}" leads to "${found.name.en}", which does not come after it.`,
      ),
    ];
  return step[0] === found
    ? []
    : [
        problem(
          'route_into_group',
          stage,
          `"${stage.name.en}" leads into the middle of a group: lead to "${step[0].name.en}", the first of it.`,
        ),
      ];
}

function conditions(stage: WorkflowStage, { routes: given }: Onward): DefinitionProblem[] {
  return given.flatMap(({ when }, index) =>
    checkExpression('route', when).map(({ message, start }) =>
      problem(
        'expression_wrong',
        stage,
        `Route ${index + 1} of "${stage.name.en}", at character ${start + 1}: ${message}`,
      ),
    ),
  );
}

/** From the work to the end, whatever the routes, somebody has to decide. */
function undecidedWays(steps: readonly Step[]): DefinitionProblem[] {
  const reached = new Set<number>([0]);
  for (const [at, step] of steps.entries()) {
    if (!reached.has(at) || step[0].kind === 'approval') continue;
    const onward = onwardOf(step);
    const next = onward
      ? targetsOf(onward).map((to) => steps.findIndex((other) => other.some((stage) => stage.key === to)))
      : [at + 1];
    for (const index of next.filter((found) => found > at)) reached.add(index);
    const end = next.find((index) => steps[index]?.[0].kind === 'end');
    if (onward && end !== undefined)
      return [
        problem(
          'no_approval',
          step[0],
          `By the routes of "${step[0].name.en}" a submission could reach the end with nobody deciding on it.`,
        ),
      ];
  }
  return [];
}

/** What waited goes before somebody: a gate that led to the end would approve by the passing of a day. */
function lastGates(steps: readonly Step[]): DefinitionProblem[] {
  return steps.flatMap((step, at) => {
    const [gate] = step;
    if (gate.kind !== 'gate') return [];
    const onward = onwardOf(step);
    const next = onward ? targetsOf(onward) : (steps[at + 1] ?? []).map(({ key }) => key);
    const leadsToEnd = steps.some(([stage]) => stage.kind === 'end' && next.includes(stage.key));
    return leadsToEnd
      ? [
          problem(
            'gate_before_end',
            gate,
            `After "${gate.name.en}" somebody has to decide: a gate cannot lead to the end.`,
          ),
        ]
      : [];
  });
}

const targetsOf = ({ routes: given, otherwise }: Onward): string[] => [...given.map(({ to }) => to), otherwise];
