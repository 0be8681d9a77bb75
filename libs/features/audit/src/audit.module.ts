import { Module } from '@nestjs/common';
import { AuditRepository } from '@uptake/persistence';
import { AuditController } from './audit.controller.js';
import { ListAudit } from './list-audit.js';
import { VerifyAudit } from './verify-audit.js';

@Module({ controllers: [AuditController], providers: [AuditRepository, ListAudit, VerifyAudit] })
export class AuditModule {}
