import { Injectable } from '@nestjs/common';
import { ItemRepository, RunRepository, type Transaction, withWidenedSight } from '@uptake/persistence';
import { SubmissionHandlers, type WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from './apply-command.js';

/**
 * An item that closes takes its runs with it: nobody is asked any more, and the item's kind follows each as it follows any that was
 * cancelled. Nothing of it depends on who is eligible, so that the members need not be kept.
 */
@Injectable()
export class EndRuns {
  constructor(
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly apply: ApplyCommand,
    private readonly handlers: SubmissionHandlers,
  ) {}

  async end(tx: Transaction, scope: WorkspaceScope, itemIds: readonly string[], reason: string): Promise<void> {
    await withWidenedSight(tx, async () => {
      for (const { id: runId } of await this.runs.underWayOn(tx, itemIds)) {
        const run = await this.runs.lock(tx, runId);
        if (run.snapshot.run.endedAt !== null) continue;
        const { state } = await this.apply.execute(tx, scope.actor, run, {
          type: 'cancel',
          actorId: scope.actor.actorId,
          reason,
        });
        const { kind } = await this.items.get(tx, run.itemId);
        await this.handlers
          .of(kind)
          .ended(tx, scope, { itemId: run.itemId, submissionId: state.run.judged.submissionId, kind: run.kind });
      }
    });
  }
}
