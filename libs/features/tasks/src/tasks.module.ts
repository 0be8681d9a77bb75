import { Module } from '@nestjs/common';
import {
  AssignmentRepository,
  ItemRepository,
  JudgedItemRepository,
  TaskDependencyRepository,
  TaskRepository,
} from '@uptake/persistence';
import { AssignTask } from './assign-task.js';
import { ChangeChecklist } from './change-checklist.js';
import { ChangeDependencies } from './change-dependencies.js';
import { ChangeTask } from './change-task.js';
import { ClaimTask } from './claim-task.js';
import { CreateTask } from './create-task.js';
import { HoldTask } from './hold-task.js';
import { ListTasks } from './list-tasks.js';
import { MoveTask } from './move-task.js';
import { ReadTask } from './read-task.js';
import { RecommendationTasksController } from './recommendation-tasks.controller.js';
import { TaskSubmissions } from './task-submissions.js';
import { TasksController } from './tasks.controller.js';

@Module({
  controllers: [TasksController, RecommendationTasksController],
  providers: [
    ItemRepository,
    AssignmentRepository,
    JudgedItemRepository,
    TaskRepository,
    TaskDependencyRepository,
    ListTasks,
    ReadTask,
    HoldTask,
    CreateTask,
    AssignTask,
    ChangeTask,
    ChangeChecklist,
    ChangeDependencies,
    ClaimTask,
    MoveTask,
    TaskSubmissions,
  ],
  exports: [TaskSubmissions],
})
export class TasksModule {}
