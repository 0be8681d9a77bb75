import type { WorkflowDefinition } from '@uptake/contracts';
import { definitionHash } from './hashing.js';
import type { WorkflowVersion } from './types.js';
import { type DefinitionProblem, validateDefinition } from './validate-definition.js';

export type PublishOutcome =
  | { readonly ok: true; readonly version: WorkflowVersion }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** A sound definition becomes a version under its hash; from then on every command proves that it has not changed. */
export function publishVersion(
  draft: { readonly id: string; readonly number: number; readonly definition: WorkflowDefinition },
  sha256: (text: string) => string,
): PublishOutcome {
  const problems = validateDefinition(draft.definition);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, version: { ...draft, state: 'published', hash: definitionHash(draft.definition, sha256) } };
}
