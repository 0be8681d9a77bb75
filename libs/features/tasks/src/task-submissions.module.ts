import { Module } from '@nestjs/common';
import { AssignmentRepository, ItemRepository, JudgedItemRepository, TaskRepository } from '@uptake/persistence';
import { TaskSubmissions } from './task-submissions.js';

/** How tasks follow their submissions, without the routes: for a process that serves none. */
@Module({
  providers: [AssignmentRepository, ItemRepository, JudgedItemRepository, TaskRepository, TaskSubmissions],
  exports: [TaskSubmissions],
})
export class TaskSubmissionsModule {}
