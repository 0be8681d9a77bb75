import { Injectable } from '@nestjs/common';
import { type TaskDetailRow, TaskRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ReadTask {
  constructor(private readonly tasks: TaskRepository) {}

  /** Throws `not_found`, for one the reader may not see too. */
  execute(scope: WorkspaceScope, id: string): Promise<TaskDetailRow> {
    return this.tasks.get(scope.read, scope.member.memberId, id);
  }
}
