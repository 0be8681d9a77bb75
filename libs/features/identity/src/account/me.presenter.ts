import { type Me, type Membership, type User, actions } from '@uptake/contracts';
import { may } from '@uptake/domain';
import type { MembershipRow, UserRow } from '@uptake/persistence';
import { type Scope, csrfTokenFor } from '@uptake/platform';

export const presentUser = (user: UserRow): User => ({
  id: user.id,
  email: user.email,
  name: user.name,
  language: user.language,
  timeZone: user.time_zone,
});

/** Every action by its name, as the roles alone allow it; what a part in an item adds comes with the item. */
const presentMembership = (membership: MembershipRow): Membership => ({
  memberId: membership.member_id,
  workspace: { id: membership.id, slug: membership.slug, name: membership.name },
  roles: membership.roles,
  abilities: Object.fromEntries(actions.map((action) => [action, may(membership, action)])),
});

export const presentMe = (
  scope: Scope,
  { user, memberships }: { user: UserRow; memberships: MembershipRow[] },
  appSecret: string,
): Me => ({
  user: presentUser(user),
  csrfToken: scope.entry?.via === 'session' ? csrfTokenFor(scope.entry.id, appSecret) : null,
  memberships: memberships.map(presentMembership),
});
