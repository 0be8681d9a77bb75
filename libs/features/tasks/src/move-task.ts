import { Injectable } from '@nestjs/common';
import type { TaskTransition } from '@uptake/contracts';
import { moveTowards, requireDropReason } from '@uptake/domain';
import {
  ItemRepository,
  JudgedItemRepository,
  type TaskDetailRow,
  TaskRepository,
  journal,
  trackRollup,
} from '@uptake/persistence';
import { ItemRuns, type WorkspaceScope } from '@uptake/platform';
import { HoldTask } from './hold-task.js';

@Injectable()
export class MoveTask {
  constructor(
    private readonly hold: HoldTask,
    private readonly tasks: TaskRepository,
    private readonly items: ItemRepository,
    private readonly judged: JudgedItemRepository,
    private readonly runs: ItemRuns,
  ) {}

  /**
   * The moves people make by hand, as the domain's table has them: `invalid_state` for any other, `reason_required` to drop.
   * A drop takes with it whatever of the task is under review, for the same reason.
   */
  async execute(scope: WorkspaceScope, id: string, { to, reason, version }: TaskTransition): Promise<TaskDetailRow> {
    const { actor, workspace } = scope;
    await scope.transaction(async (tx) => {
      const { item } = await this.hold.execute(tx, scope, id, 'task.progress', version);
      const move = moveTowards(item.status, to);
      requireDropReason(move, reason);
      if (move === 'drop' && reason) await this.runs.end(tx, scope, [id], reason);
      const { status: from } = await this.items.get(tx, id);
      await trackRollup(tx, [id], { at: actor.at, timeZone: workspace.timeZone }, () =>
        this.judged.setStatus(tx, id, { status: to, lifecycle: to === 'dropped' ? 'closed' : 'open' }, actor.at),
      );
      if (move === 'drop') await this.runs.closed(tx, scope, [id]);
      if (move === 'drop' || move === 'reopen')
        await this.tasks.setDropReason(tx, id, move === 'drop' ? (reason ?? null) : null);
      const words = reason ? { personal: { reason } } : {};
      await journal(tx, [
        {
          ...actor,
          type: 'task.status-changed',
          subject: { kind: 'task', id },
          itemId: id,
          data: { move, status: { from, to } },
          ...words,
        },
      ]);
    });
    return this.tasks.get(scope.read, actor.actorId, id);
  }
}
