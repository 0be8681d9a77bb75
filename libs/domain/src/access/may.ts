import { type Action, type Part, type Role, type Visibility, visibilities } from '@uptake/contracts';
import { permissionTable, visibilityTable } from './permission-table.js';

export interface Actor {
  memberId: string;
  roles: readonly Role[];
}

/** Why not, as a code the clients word: `not_your_role` (another role could), `not_your_part` (one's part in the item is missing). */
export type Refusal = { reason: 'not_your_role' | 'not_your_part' };

/** Whether the actor may do this, given their parts in the item (none where the action has no item). */
export function may(actor: Pick<Actor, 'roles'>, action: Action, itemParts: readonly Part[] = []): true | Refusal {
  const ofRole = permissionTable[action].filter((grant) => grant.roles.some((role) => actor.roles.includes(role)));
  if (ofRole.some((grant) => !grant.parts || grant.parts.some((part) => itemParts.includes(part)))) return true;
  return { reason: ofRole.length > 0 ? 'not_your_part' : 'not_your_role' };
}

/** Whether some part in some item would allow it: what a route's guard can know before the item is read. */
export function couldEver(actor: Pick<Actor, 'roles'>, action: Action): boolean {
  return permissionTable[action].some((grant) => grant.roles.some((role) => actor.roles.includes(role)));
}

/** The visibilities these roles open by themselves. */
export function visibilitiesOf(roles: readonly Role[]): Visibility[] {
  return visibilities.filter((visibility) => visibilityTable[visibility].some((role) => roles.includes(role)));
}

/** The roles that may do this whatever their part: whom to ask, in a refusal. */
export function rolesThatMay(action: Action): Role[] {
  return [...new Set(permissionTable[action].filter((grant) => !grant.parts).flatMap((grant) => grant.roles))];
}
