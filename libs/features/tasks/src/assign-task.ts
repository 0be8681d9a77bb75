import { Injectable } from '@nestjs/common';
import type { TaskChange } from '@uptake/contracts';
import { assign, changesOf, needsPartToSee } from '@uptake/domain';
import { AssignmentRepository, type JournalEntry, type Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import type { HeldTask } from './hold-task.js';

/** Who has a task and until when: asks for `task.assign` as soon as something of it would change. */
@Injectable()
export class AssignTask {
  constructor(private readonly assignments: AssignmentRepository) {}

  /** The journal entry of what changed, or undefined when all is as asked already. The task is held and its rollup tracked. */
  async execute(
    tx: Transaction,
    scope: WorkspaceScope,
    { item, parts }: HeldTask,
    input: TaskChange,
  ): Promise<JournalEntry | undefined> {
    const before = { assigneeId: item.owner_id, teamId: item.team_id, dueOn: item.due_on };
    const { ownerId, teamId } = assign(
      { ownerId: item.owner_id, teamId: item.team_id },
      { ownerId: input.assigneeId, teamId: input.teamId },
      'assigneeId',
    );
    const after = { assigneeId: ownerId, teamId, dueOn: input.dueOn === undefined ? item.due_on : input.dueOn };
    const data = changesOf(before, after);
    if (Object.keys(data).length === 0) return undefined;
    scope.demand('task.assign', parts);
    const { actorId, at } = scope.actor;
    const isNew = ownerId !== null && ownerId !== item.owner_id;
    await this.assignments.requireAssignable(tx, isNew ? [{ path: 'assigneeId', id: ownerId }] : [], teamId);
    if (ownerId !== actorId && needsPartToSee(scope.roles, item.visibility))
      await this.assignments.keepInSight(tx, item, actorId, ['owner']);
    await this.assignments.assign(tx, item, { ownerId, teamId, dueOn: after.dueOn }, at);
    if (after.dueOn !== item.due_on)
      await this.assignments.noteDueDate(tx, {
        itemId: item.id,
        from: item.due_on,
        to: after.dueOn,
        reason: null,
        changedBy: actorId,
        at,
      });
    return { ...scope.actor, type: 'task.assigned', subject: { kind: 'task', id: item.id }, itemId: item.id, data };
  }
}
