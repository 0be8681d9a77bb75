import type { Role, Workspace } from '@uptake/contracts';
import { may } from '@uptake/domain';
import type { WorkspaceRow } from '@uptake/persistence';

/** `roles`: what the reader is in this workspace, which is not always the one of their request. */
export const presentWorkspace = (workspace: WorkspaceRow, roles: readonly Role[]): Workspace => ({
  id: workspace.id,
  slug: workspace.slug,
  name: workspace.name,
  version: workspace.version,
  language: workspace.language,
  timeZone: workspace.time_zone,
  workingDays: workspace.working_days,
  holidays: workspace.holidays,
  abilities: {
    change: may({ roles }, 'workspace.change'),
    invite: may({ roles }, 'invitations.change'),
    changeMembers: may({ roles }, 'members.change'),
  },
});
