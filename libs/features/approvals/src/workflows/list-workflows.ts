import { Injectable } from '@nestjs/common';
import type { WorkflowSummary } from '@uptake/contracts';
import { WorkflowRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentWorkflow } from './workflow.presenter.js';

@Injectable()
export class ListWorkflows {
  constructor(private readonly workflows: WorkflowRepository) {}

  async execute(scope: WorkspaceScope): Promise<WorkflowSummary[]> {
    return (await this.workflows.list(scope.read)).map((row) => presentWorkflow(scope, row));
  }
}
