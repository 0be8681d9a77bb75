import { Injectable } from '@nestjs/common';
import { type TaskListQuery, TaskStatus } from '@uptake/contracts';
import { DomainError, calendarDay } from '@uptake/domain';
import { type ListedPage, TaskRepository, type TaskRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListTasks {
  constructor(private readonly tasks: TaskRepository) {}

  /** `status` names one or several, parted by commas; an unknown one is refused by name. */
  execute(scope: WorkspaceScope, { status, ...query }: TaskListQuery): Promise<ListedPage<TaskRow>> {
    const filters = status === undefined ? query : { ...query, statuses: status.split(',').map(readStatus) };
    return this.tasks.list(
      scope.read,
      scope.member.memberId,
      filters,
      calendarDay(scope.now(), scope.workspace.timeZone),
    );
  }
}

function readStatus(word: string): TaskStatus {
  const read = TaskStatus.safeParse(word);
  if (read.success) return read.data;
  throw new DomainError('invalid_input', {
    errors: [
      { path: 'status', code: 'invalid_value', message: `No status ${word}; use ${TaskStatus.options.join(', ')}` },
    ],
  });
}
