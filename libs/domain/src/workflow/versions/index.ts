export { differenceOf } from './difference-of.js';
export { type KnownPeople, peopleNamedIn, problemsOfDraft } from './draft-problems.js';
export { emptyDefinition } from './empty-definition.js';
export { keyOfName } from './key-of-name.js';
export { type DryRunFacts, type DryRunSetting, simulateRun } from './simulate-run.js';
