import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workflow, WorkflowCreation, WorkflowDesigners, WorkflowSummary, whole } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChooseWorkflow } from './choose-workflow.js';
import { CreateWorkflow } from './create-workflow.js';
import { EntrustWorkflow } from './entrust-workflow.js';
import { ListWorkflows } from './list-workflows.js';
import { ShowWorkflow } from './show-workflow.js';

@ApiTags('workflows')
@Controller('workspaces/:w/workflows')
export class WorkflowsController {
  constructor(
    private readonly listWorkflows: ListWorkflows,
    private readonly showWorkflow: ShowWorkflow,
    private readonly createWorkflow: CreateWorkflow,
    private readonly chooseWorkflow: ChooseWorkflow,
    private readonly entrustWorkflow: EntrustWorkflow,
  ) {}

  @Get()
  @Requires('workflows.read')
  @Answers(200, whole(WorkflowSummary))
  async list(@Scoped() scope: WorkspaceScope) {
    return { items: await this.listWorkflows.execute(scope) };
  }

  @Post()
  @Requires('workflows.create')
  @Answers(201, Workflow, ['already_exists'])
  create(@Scoped() scope: WorkspaceScope, @BodyOf(WorkflowCreation) input: WorkflowCreation) {
    return this.createWorkflow.execute(scope, input);
  }

  @Get(':id')
  @Requires('workflows.read')
  @Answers(200, Workflow)
  one(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.showWorkflow.one(scope, id);
  }

  @Post(':id/choose')
  @Requires('workflows.choose')
  @Answers(200, Workflow, ['invalid_state'])
  choose(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.chooseWorkflow.execute(scope, id);
  }

  @Put(':id/designers')
  @Requires('workflows.choose')
  @Answers(200, Workflow)
  entrust(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(WorkflowDesigners) input: WorkflowDesigners) {
    return this.entrustWorkflow.execute(scope, id, input);
  }
}
