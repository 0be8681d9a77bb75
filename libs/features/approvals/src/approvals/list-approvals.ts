import { Injectable } from '@nestjs/common';
import type { ApprovalListQuery, ApprovalSummary, Page } from '@uptake/contracts';
import { ApprovalRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentSummary } from './approval.presenter.js';

@Injectable()
export class ListApprovals {
  constructor(private readonly approvals: ApprovalRepository) {}

  async execute(scope: WorkspaceScope, query: ApprovalListQuery): Promise<Page<ApprovalSummary>> {
    const { rows, ...rest } = await this.approvals.list(scope.read, query, scope.member.memberId);
    return { items: rows.map((row) => presentSummary(scope, row)), ...rest };
  }
}
