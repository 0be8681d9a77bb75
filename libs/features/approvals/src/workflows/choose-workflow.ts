import { Injectable } from '@nestjs/common';
import type { Workflow } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { WorkflowRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { withCurrent } from '../runs/with-current.js';
import { ChangeWorkflow } from './change-workflow.js';
import { ShowWorkflow } from './show-workflow.js';

@Injectable()
export class ChooseWorkflow {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly change: ChangeWorkflow,
    private readonly show: ShowWorkflow,
  ) {}

  /**
   * Every new submission of its kind is judged by this workflow from now on; what is under way goes on. `invalid_state`, with the
   * workflow, where nothing of it is published. Choices exclude each other by the lock they wait at, and by a unique index.
   */
  async execute(scope: WorkspaceScope, id: string): Promise<Workflow> {
    const work = () =>
      this.change.execute<void>(scope, id, { action: 'workflows.choose', concernsRuns: true }, async (tx, workflow) => {
        if (workflow.published_number === null) {
          throw new DomainError('invalid_state', { detail: 'Publish a version of it first' });
        }
        if (workflow.judges) return { entries: [], result: undefined };
        const before = await this.workflows.choose(tx, workflow);
        const data = { key: workflow.key, subject: workflow.subject, before };
        return { entries: [{ type: 'workflow.chosen', data }], result: undefined };
      });
    await withCurrent(work, ['invalid_state'], () => this.show.one(scope, id));
    return this.show.one(scope, id);
  }
}
