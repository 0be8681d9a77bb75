import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  WorkflowDifference,
  WorkflowDifferenceQuery,
  WorkflowDraftChange,
  WorkflowDrafting,
  WorkflowDryRun,
  WorkflowDryRunInput,
  WorkflowPublication,
  WorkflowVersionSummary,
  WorkflowVersionView,
  whole,
} from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  IdParam,
  NumberParam,
  QueryOf,
  Requires,
  Scoped,
  type WorkspaceScope,
} from '@uptake/platform';
import { ChangeDraft } from './change-draft.js';
import { DraftVersion } from './draft-version.js';
import { PublishDraft } from './publish-draft.js';
import { RetireVersion } from './retire-version.js';
import { ShowWorkflow } from './show-workflow.js';
import { TryVersion } from './try-version.js';

@ApiTags('workflows')
@Controller('workspaces/:w/workflows/:id/versions')
export class WorkflowVersionsController {
  constructor(
    private readonly showWorkflow: ShowWorkflow,
    private readonly draftVersion: DraftVersion,
    private readonly changeDraft: ChangeDraft,
    private readonly publishDraft: PublishDraft,
    private readonly retireVersion: RetireVersion,
    private readonly tryVersion: TryVersion,
  ) {}

  @Get()
  @Requires('workflows.read')
  @Answers(200, whole(WorkflowVersionSummary))
  async list(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return { items: (await this.showWorkflow.one(scope, id)).versions };
  }

  @Post()
  @Requires('workflows.change')
  @Answers(201, WorkflowVersionView)
  draft(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(WorkflowDrafting) input: WorkflowDrafting) {
    return this.draftVersion.execute(scope, id, input);
  }

  @Get(':n')
  @Requires('workflows.read')
  @Answers(200, WorkflowVersionView)
  one(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @NumberParam('n') n: number) {
    return this.showWorkflow.version(scope, id, n);
  }

  @Patch(':n')
  @Requires('workflows.change')
  @Answers(200, WorkflowVersionView, ['version_conflict', 'invalid_state'])
  change(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @NumberParam('n') n: number,
    @BodyOf(WorkflowDraftChange) input: WorkflowDraftChange,
  ) {
    return this.changeDraft.save(scope, id, n, input);
  }

  @Delete(':n')
  @Requires('workflows.change')
  @Answers(204, null, ['invalid_state'])
  discard(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @NumberParam('n') n: number) {
    return this.changeDraft.discard(scope, id, n);
  }

  @Post(':n/publish')
  @Requires('workflows.change')
  @Answers(200, WorkflowVersionView, ['version_conflict', 'invalid_state'])
  publish(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @NumberParam('n') n: number,
    @BodyOf(WorkflowPublication) input: WorkflowPublication,
  ) {
    return this.publishDraft.execute(scope, id, n, input);
  }

  @Post(':n/retire')
  @Requires('workflows.change')
  @Answers(200, WorkflowVersionView, ['invalid_state'])
  retire(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @NumberParam('n') n: number) {
    return this.retireVersion.execute(scope, id, n);
  }

  @Get(':n/difference')
  @Requires('workflows.read')
  @Answers(200, WorkflowDifference)
  difference(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @NumberParam('n') n: number,
    @QueryOf(WorkflowDifferenceQuery) { from }: WorkflowDifferenceQuery,
  ) {
    return this.showWorkflow.difference(scope, id, n, from);
  }

  @Post(':n/dry-run')
  @Requires('workflows.read')
  @Answers(200, WorkflowDryRun)
  dryRun(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @NumberParam('n') n: number,
    @BodyOf(WorkflowDryRunInput) input: WorkflowDryRunInput,
  ) {
    return this.tryVersion.execute(scope, id, n, input);
  }
}
