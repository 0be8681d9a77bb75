import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditListQuery, Page } from '@uptake/contracts';
import { AuditRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListAudit {
  constructor(private readonly audit: AuditRepository) {}

  execute(scope: WorkspaceScope, query: AuditListQuery): Promise<Page<AuditEntry>> {
    scope.demand('audit.read');
    return this.audit.list(scope.read, query);
  }
}
