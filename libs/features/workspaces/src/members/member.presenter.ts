import type { Member } from '@uptake/contracts';
import type { MemberRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

export const presentMember = (scope: WorkspaceScope, member: MemberRow): Member => ({
  id: member.id,
  name: member.name,
  email: member.email,
  roles: member.roles,
  active: member.active,
  teams: member.teams,
  version: member.version,
  joinedAt: member.joined_at.toISOString(),
  abilities: abilitiesOf(scope, { change: 'members.change' }),
});
