import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Task, TaskCreation } from '@uptake/contracts';
import { Answers, BodyOf, IdParam, Requires, Scoped, type WorkspaceScope } from '@uptake/platform';
import { CreateTask } from './create-task.js';
import { presentTask } from './task.presenter.js';

@ApiTags('tasks')
@Controller('workspaces/:w/recommendations/:id/tasks')
export class RecommendationTasksController {
  constructor(private readonly createTask: CreateTask) {}

  @Post()
  @Requires('task.create')
  @Answers(201, Task, ['invalid_state'])
  async create(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(TaskCreation) input: TaskCreation) {
    return presentTask(scope, await this.createTask.execute(scope, id, input));
  }
}
