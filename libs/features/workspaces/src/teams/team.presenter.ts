import type { Team } from '@uptake/contracts';
import type { TeamRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

export const presentTeam = (scope: WorkspaceScope, team: TeamRow): Team => ({
  id: team.id,
  name: team.name,
  members: team.members,
  version: team.version,
  abilities: abilitiesOf(scope, { change: 'teams.change' }),
});
