import { Global, Module } from '@nestjs/common';
import {
  ApprovalsModule,
  RunsOfItems,
  installWorkflows,
  recheckRunsOfMember,
  recheckRunsOfTeam,
} from '@uptake/approvals';
import {
  ItemRuns,
  MEMBER_CHANGED,
  type MemberChangedHook,
  TEAM_CHANGED,
  type TeamChangedHook,
  WORKSPACE_CREATED,
  type WorkspaceCreatedHook,
} from '@uptake/platform';

const workspaceCreated: readonly WorkspaceCreatedHook[] = [installWorkflows];
const memberChanged: readonly MemberChangedHook[] = [recheckRunsOfMember];
const teamChanged: readonly TeamChangedHook[] = [recheckRunsOfTeam];

/** Which features follow when a workspace is made, people change, or an item closes: features never import each other, so they meet here. */
@Global()
@Module({
  imports: [ApprovalsModule],
  providers: [
    { provide: WORKSPACE_CREATED, useValue: workspaceCreated },
    { provide: MEMBER_CHANGED, useValue: memberChanged },
    { provide: TEAM_CHANGED, useValue: teamChanged },
    { provide: ItemRuns, useExisting: RunsOfItems },
  ],
  exports: [WORKSPACE_CREATED, MEMBER_CHANGED, TEAM_CHANGED, ItemRuns],
})
export class WorkspaceHooksModule {}
