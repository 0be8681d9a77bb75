import { Injectable } from '@nestjs/common';
import type { Part, TaskCreation } from '@uptake/contracts';
import { DomainError, assign, isTaskClosed, requireOpen } from '@uptake/domain';
import {
  AssignmentRepository,
  ItemRepository,
  type ItemRow,
  TaskDependencyRepository,
  type TaskDetailRow,
  TaskRepository,
  type Transaction,
  journal,
  newId,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class CreateTask {
  constructor(
    private readonly items: ItemRepository,
    private readonly tasks: TaskRepository,
    private readonly assignments: AssignmentRepository,
    private readonly dependencies: TaskDependencyRepository,
  ) {}

  /**
   * A task under a recommendation, or under a task of it. It is as open to see as the recommendation, which is held meanwhile:
   * a restriction at the same moment waits and then finds this task too.
   * `not_found` for people, teams and tasks of nowhere; `invalid_state` under what is closed.
   */
  async execute(scope: WorkspaceScope, recommendationId: string, input: TaskCreation): Promise<TaskDetailRow> {
    const { actor, workspace } = scope;
    const id = newId(actor.at);
    await scope.transaction(async (tx) => {
      const { item: root, parts } = await this.items.hold(tx, recommendationId, actor.actorId, 'recommendation');
      const parent = input.parentTaskId ? await this.parentTask(tx, root, input.parentTaskId) : root;
      scope.demand(
        'task.create',
        parent === root ? parts : [...parts, ...(await this.partsIn(tx, parent, actor.actorId))],
      );
      requireOpen(root);
      const { ownerId, teamId } = assign(
        { ownerId: null, teamId: null },
        { ownerId: input.assigneeId, teamId: input.teamId },
        'assigneeId',
      );
      await this.assignments.requireAssignable(tx, ownerId ? [{ path: 'assigneeId', id: ownerId }] : [], teamId);
      // nothing depends on a task that is not there yet: these can close no cycle
      const dependsOn = [...new Set(input.dependsOn)].sort();
      await this.dependencies.requireTasks(tx, dependsOn);

      const { title, description, priority, dueOn = null } = input;
      const checklist = input.checklist.map(({ text, done }) => ({ id: newId(actor.at), text, done }));
      const { number } = await this.tasks.insert(tx, {
        id,
        at: actor.at,
        timeZone: workspace.timeZone,
        createdBy: actor.actorId,
        title,
        description,
        parentId: parent.id,
        rootId: root.id,
        visibility: root.visibility,
        assigneeId: ownerId,
        teamId,
        priority,
        dueOn,
        checklist,
        dependsOn,
      });
      await journal(tx, [
        {
          ...actor,
          type: 'task.created',
          subject: { kind: 'task', id },
          itemId: id,
          data: {
            number,
            recommendationId,
            parentId: parent.id,
            assigneeId: ownerId,
            teamId,
            dueOn,
            priority,
            dependsOn,
          },
          personal: { title },
        },
      ]);
    });
    return this.tasks.get(scope.read, actor.actorId, id);
  }

  private partsIn(tx: Transaction, parent: ItemRow, memberId: string): Promise<Part[]> {
    return this.items.parts(tx, parent.id, memberId);
  }

  private async parentTask(tx: Transaction, root: ItemRow, id: string): Promise<ItemRow> {
    const parent = await this.items.lock(tx, id, 'task');
    if (parent.root_id !== root.id) {
      throw new DomainError('invalid_input', {
        errors: [
          {
            path: 'parentTaskId',
            code: 'other_recommendation',
            message: 'This task belongs to another recommendation',
          },
        ],
      });
    }
    if (isTaskClosed(parent.status as never))
      throw new DomainError('invalid_state', { detail: 'The task above is closed' });
    return parent;
  }
}
