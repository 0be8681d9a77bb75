import { Injectable } from '@nestjs/common';
import type { TaskStatus } from '@uptake/contracts';
import { DomainError, claimHindrance, isTaskClosed, requireClaimable } from '@uptake/domain';
import {
  AssignmentRepository,
  ItemRepository,
  type TaskDetailRow,
  TaskRepository,
  journal,
  trackRollup,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentTask } from './task.presenter.js';

@Injectable()
export class ClaimTask {
  constructor(
    private readonly items: ItemRepository,
    private readonly tasks: TaskRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  /**
   * A member of the team becomes its assignee. Whoever comes later gets `already_claimed` with the task as it stands:
   * that is looked at before the permission, since the team's members lose their part with the claim.
   */
  async execute(scope: WorkspaceScope, id: string): Promise<TaskDetailRow> {
    const { actor, workspace } = scope;
    await scope.transaction(async (tx) => {
      const item = await this.items.lock(tx, id, 'task');
      const assigned = { ownerId: item.owner_id, teamId: item.team_id };
      if (claimHindrance(assigned))
        requireClaimable(assigned, presentTask(scope, await this.tasks.get(tx, actor.actorId, id)));
      scope.demand('task.claim', await this.items.parts(tx, id, actor.actorId));
      if (isTaskClosed(item.status as TaskStatus))
        throw new DomainError('invalid_state', { detail: `This task is ${item.status}` });
      const won = await trackRollup(tx, [id], { at: actor.at, timeZone: workspace.timeZone }, () =>
        this.assignments.claim(tx, id, actor.actorId, actor.at),
      );
      if (!won) throw new Error('The lock on a claimed item was not held');
      const data = { assigneeId: { from: null, to: actor.actorId }, teamId: { from: item.team_id, to: null } };
      await journal(tx, [{ ...actor, type: 'task.claimed', subject: { kind: 'task', id }, itemId: id, data }]);
    });
    return this.tasks.get(scope.read, actor.actorId, id);
  }
}
