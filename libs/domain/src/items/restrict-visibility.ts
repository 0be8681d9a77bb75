import { type Part, type Role, type Visibility } from '@uptake/contracts';
import { visibilitiesOf } from '../access/may.js';

/** Whether the item would be out of this person's sight but for a part of their own in it. */
export const needsPartToSee = (roles: readonly Role[], visibility: Visibility): boolean =>
  !visibilitiesOf(roles).includes(visibility);

/**
 * Who is named in an item of this visibility: whoever restricts it stays in sight of it, by their own name where no other part
 * (`parts`) keeps it so; otherwise their own change would be the last they could do or see.
 */
export function namedIn(
  visibility: Visibility,
  wanted: readonly string[],
  actor: { memberId: string; roles: readonly Role[]; parts?: readonly Part[] },
): string[] {
  const isSeenAnyway = !needsPartToSee(actor.roles, visibility) || (actor.parts ?? []).some((part) => part !== 'named');
  return [...new Set(isSeenAnyway ? wanted : [...wanted, actor.memberId])];
}
