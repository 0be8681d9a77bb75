import { Inject, Injectable } from '@nestjs/common';
import type { AuditVerification } from '@uptake/contracts';
import { HeadKey, verifyChain } from '@uptake/persistence';
import { ENVIRONMENT, type Environment, type WorkspaceScope } from '@uptake/platform';

@Injectable()
export class VerifyAudit {
  private readonly key: HeadKey;

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.key = new HeadKey(environment.APP_SECRET);
  }

  execute(scope: WorkspaceScope): Promise<AuditVerification> {
    scope.demand('audit.read');
    return verifyChain(scope.read, this.key, scope.now());
  }
}
