import { Injectable } from '@nestjs/common';
import type { ApprovalListQuery, ApprovalSummary, Page } from '@uptake/contracts';
import { ApprovalRepository, DelegationRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentSummary } from './approval.presenter.js';

@Injectable()
export class ListApprovals {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly delegations: DelegationRepository,
  ) {}

  async execute(scope: WorkspaceScope, query: ApprovalListQuery): Promise<Page<ApprovalSummary>> {
    const { memberId } = scope.member;
    // few hold any: the common list is planned without them
    const held = query.mine ? await this.delegations.heldBy(scope.read, memberId, scope.now()) : [];
    const actsForIds = [...new Set(held.map(({ fromId }) => fromId))];
    const { rows, ...rest } = await this.approvals.list(scope.read, query, memberId, actsForIds);
    return { items: rows.map((row) => presentSummary(scope, row)), ...rest };
  }
}
