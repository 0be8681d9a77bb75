import { Injectable } from '@nestjs/common';
import type { Submission, WithdrawalInput } from '@uptake/contracts';
import { EligibilityRepository, ItemRepository, RunRepository, SubmissionRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';
import { withCurrent } from '../runs/with-current.js';
import { ShowSubmissions } from './show-submissions.js';

@Injectable()
export class Withdraw {
  constructor(
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly submissions: SubmissionRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly apply: ApplyCommand,
    private readonly follow: FollowRun,
    private readonly show: ShowSubmissions,
  ) {}

  /** Takes the run back with everything that is still asked in it. `run_not_active` with the submission as it stands once it has ended. */
  async execute(scope: WorkspaceScope, id: string, { reason = null }: WithdrawalInput | { reason: null }): Promise<Submission> {
    const { run_id: runId, item_id: itemId } = await this.submissions.get(scope.read, id, scope.member.memberId);
    const work = () =>
      scope.transaction(async (tx) => {
        await this.eligibility.keepPeople(tx);
        const item = await this.items.lock(tx, itemId);
        scope.demand('submission.withdraw', await this.items.parts(tx, itemId, scope.member.memberId));
        const run = await this.runs.lock(tx, runId);
        const outcome = await this.apply.execute(tx, scope.actor, run, { type: 'withdraw', actorId: scope.member.memberId, reason });
        await this.follow.execute(tx, scope, item, run, outcome);
      });
    await withCurrent(work, ['run_not_active'], () => this.show.one(scope, id));
    return this.show.one(scope, id);
  }
}
