import { Injectable } from '@nestjs/common';
import type { Workflow, WorkflowDesigners } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { WorkflowRepository, WorkflowVersionRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ChangeWorkflow } from './change-workflow.js';
import { ShowWorkflow } from './show-workflow.js';

@Injectable()
export class EntrustWorkflow {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly versions: WorkflowVersionRepository,
    private readonly change: ChangeWorkflow,
    private readonly show: ShowWorkflow,
  ) {}

  /**
   * Says anew who may change this workflow beside the administrators; it takes effect for those who are managers, for as long as they
   * are. `not_found` for one who is no active member here.
   */
  async execute(scope: WorkspaceScope, id: string, input: WorkflowDesigners): Promise<Workflow> {
    const memberIds = [...new Set(input.memberIds)];
    await this.change.execute<void>(scope, id, { action: 'workflows.choose' }, async (tx, { designer_ids: before }) => {
      const known = await this.versions.known(tx, memberIds, []);
      if (memberIds.some((memberId) => !known.memberIds.has(memberId))) {
        throw new DomainError('not_found', { detail: 'No such member' });
      }
      await this.workflows.setDesigners(tx, id, memberIds);
      const data = { memberIds: { from: before, to: memberIds } };
      return { entries: [{ type: 'workflow.entrusted', data }], result: undefined };
    });
    return this.show.one(scope, id);
  }
}
