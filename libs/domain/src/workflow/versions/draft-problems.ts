import { type DraftDefinition, type DraftProblem, type EligibilityRule, WorkflowDefinition } from '@uptake/contracts';
import { type DefinitionProblemCode, validateDefinition } from '../validate-definition.js';
import { rulesOf } from './rules-of.js';
import { shapeProblem } from './shape-problem.js';

/** Members that are active and teams that are there, of those a draft names. */
export interface KnownPeople {
  readonly memberIds: ReadonlySet<string>;
  readonly teamIds: ReadonlySet<string>;
}

/**
 * All that keeps a draft from being published, in plain words, each with the place it stands at. What is not said yet comes first:
 * only what has its full shape can be judged for its sense.
 */
export function problemsOfDraft(draft: DraftDefinition, known: KnownPeople): DraftProblem[] {
  const read = WorkflowDefinition.safeParse(draft);
  if (!read.success) return once(read.error.issues.map((issue) => shapeProblem(issue.path, draft)));
  const sense = validateDefinition(read.data).map(({ code, stageKey, message }) => ({
    code,
    stageKey,
    message,
    path: [...pathOfStage(draft, stageKey), ...(fieldOf[code] ?? [])].join('.'),
  }));
  return once([...sense, ...strangers(read.data, known)]);
}

/** Where in its stage each problem is to be mended; those of the whole way have no place of their own. */
const fieldOf: Partial<Record<DefinitionProblemCode, readonly string[]>> = {
  own_deciders_excluded: ['separateFrom'],
  authors_not_excluded: ['excludes'],
  approve_not_offered: ['verdicts'],
  changes_go_nowhere: ['requestChanges'],
  several_ratings: ['rates'],
  rating_not_watched: ['watchedFields'],
  too_few_named: ['quorum'],
  group_not_adjacent: ['parallelGroup'],
  group_of_one: ['parallelGroup'],
  onward_not_on_last: ['onward'],
  route_not_later: ['onward'],
  route_in_own_group: ['onward'],
  route_into_group: ['onward'],
  gate_before_end: ['onward'],
};

const pathOfStage = (draft: DraftDefinition, stageKey: string | null): string[] => {
  const index = draft.stages.findIndex((stage) => stage.key === stageKey);
  return index < 0 ? [] : ['stages', String(index)];
};

/** Rules that ask somebody who has left or was never here: such a rule would ask nobody, and nobody would notice. */
function strangers(definition: WorkflowDefinition, known: KnownPeople): DraftProblem[] {
  return rulesOf(definition).flatMap(({ stage, path, rule }) => {
    const isStrange =
      ('team' in rule && !known.teamIds.has(rule.team)) ||
      ('members' in rule && rule.members.some((id) => !known.memberIds.has(id)));
    if (!isStrange) return [];
    const code = 'team' in rule ? 'team_unknown' : 'member_unknown';
    const who = 'team' in rule ? 'a team that is not there' : 'somebody who is no active member';
    return [{ code, stageKey: stage.key, path, message: `"${stage.name.en}" names ${who}.` }];
  });
}

/** Ids of the members and teams that the rules of a draft name, as far as they are there yet. */
export function peopleNamedIn(draft: DraftDefinition): { memberIds: string[]; teamIds: string[] } {
  const rules = rulesOf(draft).map(
    ({ rule }) => rule as Partial<Record<'team' | 'members', unknown>> & EligibilityRule,
  );
  const ids = (values: unknown[]) => [
    ...new Set(values.filter((id): id is string => typeof id === 'string' && UUID.test(id))),
  ];
  return {
    memberIds: ids(rules.flatMap((rule) => ('members' in rule && Array.isArray(rule.members) ? rule.members : []))),
    teamIds: ids(rules.map((rule) => ('team' in rule ? rule.team : null))),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const once = (problems: readonly DraftProblem[]): DraftProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.code} ${problem.path} ${problem.message}`, problem])).values(),
];
