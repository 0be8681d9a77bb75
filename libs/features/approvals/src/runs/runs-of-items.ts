import { Injectable } from '@nestjs/common';
import type { Transaction } from '@uptake/persistence';
import { ItemRuns, type WorkspaceScope } from '@uptake/platform';
import { EndRuns } from './end-runs.js';
import { FollowRun } from './follow-run.js';

/** What the other features may ask of the runs on items that they close. */
@Injectable()
export class RunsOfItems extends ItemRuns {
  constructor(
    private readonly endRuns: EndRuns,
    private readonly follow: FollowRun,
  ) {
    super();
  }

  override end(tx: Transaction, scope: WorkspaceScope, itemIds: readonly string[], reason: string): Promise<void> {
    return this.endRuns.end(tx, scope, itemIds, reason);
  }

  override closed(tx: Transaction, scope: WorkspaceScope, itemIds: readonly string[]): Promise<void> {
    return this.follow.moved(tx, scope, itemIds);
  }
}
