import { Injectable } from '@nestjs/common';
import type { TaskChange } from '@uptake/contracts';
import { DomainError, changesOf, isTaskClosed } from '@uptake/domain';
import {
  type JournalEntry,
  type TaskDetailRow,
  TaskRepository,
  type Transaction,
  journal,
  trackRollup,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { AssignTask } from './assign-task.js';
import { ChangeChecklist } from './change-checklist.js';
import { ChangeDependencies } from './change-dependencies.js';
import { type HeldTask, HoldTask } from './hold-task.js';

@Injectable()
export class ChangeTask {
  constructor(
    private readonly hold: HoldTask,
    private readonly tasks: TaskRepository,
    private readonly assign: AssignTask,
    private readonly checklist: ChangeChecklist,
    private readonly dependencies: ChangeDependencies,
  ) {}

  /**
   * Words, checklist and dependencies for whoever may change it; assignee, team and date for whoever may assign it.
   * `invalid_state` once it is done or dropped; `dependency_cycle` with the way round; otherwise as `HoldTask`.
   */
  async execute(scope: WorkspaceScope, id: string, input: TaskChange): Promise<TaskDetailRow> {
    await scope.transaction(async (tx) => {
      const held = await this.hold.execute(tx, scope, id, 'task.change', input.version);
      if (isTaskClosed(held.item.status))
        throw new DomainError('invalid_state', {
          detail: `A task that is ${held.item.status} does not change; reopen it first`,
        });
      const tracked = { at: scope.now(), timeZone: scope.workspace.timeZone };
      const assigned = await trackRollup(tx, [id], tracked, () => this.assign.execute(tx, scope, held, input));
      const changed = await this.change(tx, scope, held, input);
      await journal(
        tx,
        [assigned, changed].filter((entry) => entry !== undefined),
      );
    });
    return this.tasks.get(scope.read, scope.member.memberId, id);
  }

  private async change(
    tx: Transaction,
    scope: WorkspaceScope,
    { item }: HeldTask,
    input: TaskChange,
  ): Promise<JournalEntry | undefined> {
    const before = await this.tasks.get(tx, scope.member.memberId, item.id);
    const dependsOn = input.dependsOn && [...new Set(input.dependsOn)].sort();
    const dependedOn = dependsOn && (await this.dependencies.execute(tx, item.id, dependsOn));
    const checked = input.checklist && (await this.checklist.execute(tx, item.id, input.checklist, scope.now()));
    const to = {
      title: input.title ?? before.title,
      priority: input.priority ?? before.priority,
      description: input.description ?? before.description,
    };
    const data = changesOf(
      { priority: before.priority, dependsOn: dependedOn ?? null, checklist: checked?.before ?? null },
      { priority: to.priority, dependsOn: dependsOn ?? null, checklist: checked?.after ?? null },
    );
    const personal = {
      ...changesOf({ title: before.title, description: before.description }, to),
      ...(checked?.isReworded ? { checklist: checked.words } : {}),
    };
    if (Object.keys({ ...data, ...personal }).length === 0) return undefined;
    await this.tasks.change(tx, item.id, to, scope.now());
    const words = Object.keys(personal).length > 0 ? { personal } : {};
    return {
      ...scope.actor,
      type: 'task.changed',
      subject: { kind: 'task', id: item.id },
      itemId: item.id,
      data,
      ...words,
    };
  }
}
