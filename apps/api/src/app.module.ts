import { type DynamicModule, Module } from '@nestjs/common';
import { ActivityModule } from '@uptake/activity';
import { ApprovalsModule } from '@uptake/approvals';
import { AuditModule } from '@uptake/audit';
import { BriefsModule } from '@uptake/briefs';
import { EvidenceModule } from '@uptake/evidence';
import { IdentityModule } from '@uptake/identity';
import { NotificationsModule } from '@uptake/notifications';
import { PlatformModule, type PlatformParts } from '@uptake/platform';
import { RecommendationsModule } from '@uptake/recommendations';
import { RollupsModule } from '@uptake/rollups';
import { TasksModule } from '@uptake/tasks';
import { WorkspacesModule } from '@uptake/workspaces';
import { HealthController } from './health/health.controller.js';
import { CredentialsModule } from './wiring/credentials.module.js';
import { SubmissionHandlersModule } from './wiring/submission-handlers.module.js';
import { WorkspaceHooksModule } from './wiring/workspace-hooks.module.js';

/** The HTTP process: wires the features together and holds no rule of its own. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        CredentialsModule,
        WorkspaceHooksModule,
        SubmissionHandlersModule,
        IdentityModule,
        ApprovalsModule,
        AuditModule,
        BriefsModule,
        EvidenceModule,
        NotificationsModule,
        RollupsModule,
        WorkspacesModule,
        RecommendationsModule,
        TasksModule,
        ActivityModule,
      ],
      controllers: [HealthController],
    };
  }
}
