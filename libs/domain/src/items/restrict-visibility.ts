import { type Role, type Visibility, visibilities } from '@uptake/contracts';
import { visibilitiesOf } from '../access/may.js';

/** Whether the item would be out of this person's sight but for a part of their own in it. */
export const needsPartToSee = (roles: readonly Role[], visibility: Visibility): boolean => !visibilitiesOf(roles).includes(visibility);

/**
 * Who is named in an item of this visibility: whoever restricts it, or works in what is restricted, stays in sight of it;
 * otherwise their own change would be the last they could do or see.
 */
export function namedIn(visibility: Visibility, wanted: readonly string[], actor: { memberId: string; roles: readonly Role[] }): string[] {
  return [...new Set(needsPartToSee(actor.roles, visibility) ? [...wanted, actor.memberId] : wanted)];
}

/** The more closed of two. */
export const stricterOf = (a: Visibility, b: Visibility): Visibility => (visibilities.indexOf(a) >= visibilities.indexOf(b) ? a : b);
