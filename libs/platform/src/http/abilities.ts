import type { Abilities, Action, Part } from '@uptake/contracts';
import type { WorkspaceScope } from './scope/scope.js';

/**
 * The abilities map of an answer: each named action asked of the permission table for this person and their parts in the item.
 * `unless` gives reasons of state (closed, under approval) that come after the permission.
 */
export function abilitiesOf(
  scope: WorkspaceScope,
  named: Readonly<Record<string, Action>>,
  parts: readonly Part[] = [],
  unless: Readonly<Record<string, string | undefined>> = {},
): Abilities {
  return Object.fromEntries(
    Object.entries(named).map(([name, action]) => {
      const answer = scope.can(action, parts);
      const reason = unless[name];
      return [name, answer === true && reason ? { reason } : answer];
    }),
  );
}
