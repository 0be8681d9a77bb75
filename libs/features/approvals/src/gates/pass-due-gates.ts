import { Injectable } from '@nestjs/common';
import {
  Database,
  EligibilityRepository,
  type PassableRun,
  WorkspaceRepository,
  systemContext,
} from '@uptake/persistence';
import { type ActingScope, Clock } from '@uptake/platform';
import { FollowRun } from '../runs/follow-run.js';

@Injectable()
export class PassDueGates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly eligibility: EligibilityRepository,
    private readonly workspaces: WorkspaceRepository,
    private readonly follow: FollowRun,
  ) {}

  /** Nobody's act: what the gates waited for is asked again once the run is held, so that this may come twice or too late. */
  async execute({ workspace_id: workspaceId, item_id, run_id }: PassableRun): Promise<void> {
    await this.database.transaction(systemContext(workspaceId), async (tx) => {
      await this.eligibility.keepPeople(tx);
      const { time_zone: timeZone } = await this.workspaces.get(tx);
      const at = this.clock.now();
      const actor = { actorId: null, at, correlation: `gate:${run_id}` };
      const scope: ActingScope = { workspace: { timeZone }, actor, now: () => at };
      await this.follow.passGates(tx, scope, [{ item_id, run_id }]);
    });
  }
}
