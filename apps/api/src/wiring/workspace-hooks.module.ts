import { Global, Module } from '@nestjs/common';
import { installWorkflows, recheckRunsOfMember } from '@uptake/approvals';
import { MEMBER_CHANGED, type MemberChangedHook, WORKSPACE_CREATED, type WorkspaceCreatedHook } from '@uptake/platform';

const workspaceCreated: readonly WorkspaceCreatedHook[] = [installWorkflows];
const memberChanged: readonly MemberChangedHook[] = [recheckRunsOfMember];

/** Which features follow when a workspace is made or a member changes: features never import each other, so they meet here. */
@Global()
@Module({
  providers: [
    { provide: WORKSPACE_CREATED, useValue: workspaceCreated },
    { provide: MEMBER_CHANGED, useValue: memberChanged },
  ],
  exports: [WORKSPACE_CREATED, MEMBER_CHANGED],
})
export class WorkspaceHooksModule {}
