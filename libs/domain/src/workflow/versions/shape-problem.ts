import type { DraftDefinition, DraftProblem } from '@uptake/contracts';

type Wording = readonly [place: RegExp, code: string, say: (stage: string) => string];

/** What is not said yet, by where it is missing; the first that fits. */
const wordings: readonly Wording[] = [
  [/^stages\.\d+\.name/, 'name_missing', (stage) => `A stage has no name in English yet ("${stage}").`],
  [/\.eligibility$/, 'nobody_asked', (stage) => `"${stage}" does not say whom it asks.`],
  [/\.eligibility\./, 'rule_incomplete', (stage) => `"${stage}" has a rule that names nobody yet.`],
  [/\.quorum/, 'quorum_incomplete', (stage) => `"${stage}" does not say how many have to approve.`],
  [/\.verdicts$/, 'approve_not_offered', (stage) => `"${stage}" offers no verdict.`],
  [/\.watchedFields/, 'watched_incomplete', (stage) => `"${stage}" has a watched field without a name.`],
  [/\.onReject/, 'reject_goes_nowhere', (stage) => `"${stage}" does not say where a rejection leads.`],
  [/\.requestChanges/, 'changes_go_nowhere', (stage) => `"${stage}" does not say to whom a request for changes goes.`],
  [/\.deadline\.escalations/, 'escalation_incomplete', (stage) => `An escalation of "${stage}" is not finished.`],
  [/\.deadline/, 'deadline_incomplete', (stage) => `The deadline of "${stage}" is not finished.`],
  [/\.onward/, 'route_incomplete', (stage) => `A route onward from "${stage}" is not finished.`],
  [/\.signature/, 'signature_incomplete', (stage) => `"${stage}" does not say what signing means.`],
  [/\.overridableBy/, 'override_incomplete', (stage) => `"${stage}" does not say who may set it aside.`],
  [/\.parallelGroup/, 'group_unnamed', (stage) => `The parallel group of "${stage}" has no name.`],
  [/^name/, 'workflow_unnamed', () => 'The workflow has no name in English yet.'],
  [/^subjects/, 'subject_missing', () => 'The workflow does not say what it judges.'],
  [/^stages$/, 'no_approval', () => 'The workflow has no stages.'],
];

/** One place at which a draft has not the shape of a definition, in plain words. */
export function shapeProblem(place: readonly PropertyKey[], draft: DraftDefinition): DraftProblem {
  const path = place.map(String).join('.');
  const stage = place[0] === 'stages' && typeof place[1] === 'number' ? draft.stages[place[1]] : undefined;
  const name = stage?.name.en.trim() || stage?.key || '';
  const found = wordings.find(([pattern]) => pattern.test(path));
  const [, code, say] = found ?? [null, 'unfinished', () => `"${name}" is not finished: see ${path}.`];
  return { code, stageKey: stage?.key ?? null, path, message: say(name) };
}
