import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WorkflowSummary, whole } from '@uptake/contracts';
import { Answers, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ListWorkflows } from './list-workflows.js';

@ApiTags('workflows')
@Controller('workspaces/:w/workflows')
export class WorkflowsController {
  constructor(private readonly listWorkflows: ListWorkflows) {}

  @Get()
  @Requires('workflows.read')
  @Answers(200, whole(WorkflowSummary))
  async list(@Scoped() scope: WorkspaceScope) {
    return { items: await this.listWorkflows.execute(scope) };
  }
}
