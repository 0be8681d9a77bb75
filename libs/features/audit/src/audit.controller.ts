import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEntry, AuditListQuery, AuditVerification, page } from '@uptake/contracts';
import { Answers, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ListAudit } from './list-audit.js';
import { VerifyAudit } from './verify-audit.js';

@ApiTags('audit')
@Controller('workspaces/:w/audit')
export class AuditController {
  constructor(
    private readonly listAudit: ListAudit,
    private readonly verifyAudit: VerifyAudit,
  ) {}

  @Get()
  @Requires('audit.read')
  @Answers(200, page(AuditEntry))
  list(@Scoped() scope: WorkspaceScope, @QueryOf(AuditListQuery) query: AuditListQuery) {
    return this.listAudit.execute(scope, query);
  }

  /** Reads the whole chain of the workspace; a million rows take about a minute, so ask for it seldom. */
  @Get('verification')
  @Requires('audit.read')
  @Answers(200, AuditVerification)
  verification(@Scoped() scope: WorkspaceScope) {
    return this.verifyAudit.execute(scope);
  }
}
