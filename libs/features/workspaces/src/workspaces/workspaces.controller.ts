import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ListQuery, Workspace, WorkspaceChange, WorkspaceCreation, listQuery, page } from '@uptake/contracts';
import { Answers, BodyOf, QueryOf, Requires, type Scope, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangeWorkspace } from './change-workspace.js';
import { CreateWorkspace } from './create-workspace.js';
import { ListWorkspaces } from './list-workspaces.js';
import { ReadWorkspace } from './read-workspace.js';
import { presentWorkspace } from './workspace.presenter.js';

@ApiTags('workspaces')
@Controller('workspaces')
export class WorkspacesController {
  constructor(
    private readonly listWorkspaces: ListWorkspaces,
    private readonly createWorkspace: CreateWorkspace,
    private readonly readWorkspace: ReadWorkspace,
    private readonly changeWorkspace: ChangeWorkspace,
  ) {}

  @Get()
  @Answers(200, page(Workspace))
  async list(@Scoped() scope: Scope, @QueryOf(listQuery({})) query: ListQuery) {
    const { rows, ...rest } = await this.listWorkspaces.execute(scope, query);
    return { items: rows.map((membership) => presentWorkspace(membership, membership.roles)), ...rest };
  }

  @Post()
  @Answers(201, Workspace, ['already_exists', 'invalid_csrf_token'])
  async create(@Scoped() scope: Scope, @BodyOf(WorkspaceCreation) input: WorkspaceCreation) {
    const made = await this.createWorkspace.execute(scope, input);
    return presentWorkspace(made, made.roles);
  }

  @Get(':w')
  @Requires('workspace.read')
  @Answers(200, Workspace)
  async read(@Scoped() scope: WorkspaceScope) {
    return presentWorkspace(await this.readWorkspace.execute(scope), scope.roles);
  }

  @Patch(':w')
  @Requires('workspace.change')
  @Answers(200, Workspace, ['version_conflict', 'invalid_csrf_token'])
  async change(@Scoped() scope: WorkspaceScope, @BodyOf(WorkspaceChange) input: WorkspaceChange) {
    return presentWorkspace(await this.changeWorkspace.execute(scope, input), scope.roles);
  }
}
