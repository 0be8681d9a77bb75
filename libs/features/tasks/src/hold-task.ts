import { Injectable } from '@nestjs/common';
import type { Action, Part, TaskStatus } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { ItemRepository, type ItemRow, TaskRepository, type Transaction } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentTask } from './task.presenter.js';

export interface HeldTask {
  item: ItemRow & { status: TaskStatus };
  /** The actor's own. */
  parts: Part[];
}

/** How every change of a task begins: held against other writers, allowed, and as the writer knew it. */
@Injectable()
export class HoldTask {
  constructor(
    private readonly items: ItemRepository,
    private readonly tasks: TaskRepository,
  ) {}

  /** Throws `not_found`, `forbidden`, `version_conflict` with the task as it stands. */
  async execute(
    tx: Transaction,
    scope: WorkspaceScope,
    id: string,
    action: Action,
    version: number | undefined,
  ): Promise<HeldTask> {
    const { item, parts } = await this.items.hold(tx, id, scope.member.memberId, 'task');
    scope.demand(action, parts);
    if (version !== undefined && version !== item.version) {
      const current = presentTask(scope, await this.tasks.get(tx, scope.member.memberId, id));
      throw new DomainError('version_conflict', { detail: 'It was changed in the meantime', current });
    }
    return { item: item as HeldTask['item'], parts };
  }
}
