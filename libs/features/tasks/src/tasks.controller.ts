import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Task, TaskChange, TaskListQuery, TaskSummary, TaskTransition, page } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, QueryOf, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { ChangeTask } from './change-task.js';
import { ClaimTask } from './claim-task.js';
import { ListTasks } from './list-tasks.js';
import { MoveTask } from './move-task.js';
import { ReadTask } from './read-task.js';
import { presentSummary, presentTask } from './task.presenter.js';

@ApiTags('tasks')
@Controller('workspaces/:w/tasks')
export class TasksController {
  constructor(
    private readonly listTasks: ListTasks,
    private readonly readTask: ReadTask,
    private readonly changeTask: ChangeTask,
    private readonly claimTask: ClaimTask,
    private readonly moveTask: MoveTask,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, page(TaskSummary))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(TaskListQuery) query: TaskListQuery) {
    const { rows, ...rest } = await this.listTasks.execute(scope, query);
    return { items: rows.map((row) => presentSummary(scope, row)), ...rest };
  }

  @Get(':id')
  @Requires('item.read')
  @Answers(200, Task)
  async read(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return presentTask(scope, await this.readTask.execute(scope, id));
  }

  @Patch(':id')
  @Requires('task.change')
  @Answers(200, Task, ['version_conflict', 'invalid_state', 'dependency_cycle'])
  async change(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(TaskChange) input: TaskChange) {
    return presentTask(scope, await this.changeTask.execute(scope, id, input));
  }

  @Post(':id/claim')
  @Requires('task.claim')
  @Answers(200, Task, ['already_claimed', 'invalid_state'])
  async claim(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return presentTask(scope, await this.claimTask.execute(scope, id));
  }

  @Post(':id/transition')
  @Requires('task.progress')
  @Answers(200, Task, ['version_conflict', 'invalid_state', 'reason_required'])
  async move(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(TaskTransition) input: TaskTransition) {
    return presentTask(scope, await this.moveTask.execute(scope, id, input));
  }
}
