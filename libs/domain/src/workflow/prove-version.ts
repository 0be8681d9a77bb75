import type { WorkflowDefinition } from '@uptake/contracts';
import { definitionHash } from './hashing.js';
import type { WorkflowVersion } from './types.js';

const hashes = new WeakMap<WorkflowDefinition, string>();

/**
 * Whether a version still is what its hash says. Hashing costs more than deciding, so it is done once for a definition
 * held in memory, which is frozen by it: what could still change could not be remembered.
 */
export function isUnaltered(version: WorkflowVersion, sha256: (text: string) => string): boolean {
  const known = hashes.get(version.definition);
  if (known !== undefined) return known === version.hash;
  const hash = definitionHash(version.definition, sha256);
  freezeDeep(version.definition);
  hashes.set(version.definition, hash);
  return hash === version.hash;
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freezeDeep);
}
