import { Injectable } from '@nestjs/common';
import type { WorkflowVersionView } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { WorkflowVersionRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { withCurrent } from '../runs/with-current.js';
import { ChangeWorkflow } from './change-workflow.js';
import { ShowWorkflow } from './show-workflow.js';

@Injectable()
export class RetireVersion {
  constructor(
    private readonly versions: WorkflowVersionRepository,
    private readonly change: ChangeWorkflow,
    private readonly show: ShowWorkflow,
  ) {}

  /** Nothing starts under it any more, its runs finish (invariant 28). `invalid_state`, with the version, where it is not published. */
  async execute(scope: WorkspaceScope, workflowId: string, number: number): Promise<WorkflowVersionView> {
    const work = () =>
      this.change.execute<void>(
        scope,
        workflowId,
        { action: 'workflows.change', concernsRuns: true },
        async (tx, { key }) => {
          const { id: versionId } = await this.versions.get(tx, workflowId, number);
          if (!(await this.versions.retire(tx, workflowId, number, scope.actor.at))) {
            throw new DomainError('invalid_state', { detail: 'Only a published version can be retired' });
          }
          const data = { key, versionId, number, replacedBy: null };
          return { entries: [{ type: 'workflow.retired', data }], result: undefined };
        },
      );
    await withCurrent(work, ['invalid_state'], () => this.show.version(scope, workflowId, number));
    return this.show.version(scope, workflowId, number);
  }
}
