import { Injectable } from '@nestjs/common';
import type { Action, Submission } from '@uptake/contracts';
import { DomainError, type WorkflowCommand } from '@uptake/domain';
import {
  EligibilityRepository,
  ItemRepository,
  type LoadedRun,
  RunRepository,
  SubmissionRepository,
  type Transaction,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';
import { withCurrent } from '../runs/with-current.js';
import { ShowSubmissions } from './show-submissions.js';

/** What may be done to the run of a submission beside deciding: it is taken back, stopped, or put to others. */
@Injectable()
export class MoveRun {
  constructor(
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly submissions: SubmissionRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly apply: ApplyCommand,
    private readonly follow: FollowRun,
    private readonly show: ShowSubmissions,
  ) {}

  /**
   * One transaction for the command and everything that follows of it. Refused with the submission as it stands: `run_not_active` once
   * it has ended, `stale_submission` where a newer revision took its place, and the conflicts that the command can meet.
   */
  async execute(
    scope: WorkspaceScope,
    submissionId: string,
    action: Action,
    commandOf: (run: LoadedRun, tx: Transaction) => WorkflowCommand | Promise<WorkflowCommand>,
  ): Promise<Submission> {
    const { memberId } = scope.member;
    const { run_id: runId, item_id: itemId } = await this.submissions.get(scope.read, submissionId, memberId);
    const work = () =>
      scope.transaction(async (tx) => {
        await this.eligibility.keepPeople(tx);
        const item = await this.items.lock(tx, itemId);
        scope.demand(action, await this.items.parts(tx, itemId, memberId));
        const run = await this.runs.lock(tx, runId);
        if (run.snapshot.run.judged.submissionId !== submissionId) {
          throw new DomainError('stale_submission', { detail: 'A newer revision took the place of this one' });
        }
        const outcome = await this.apply.execute(tx, scope.actor, run, await commandOf(run, tx));
        await this.follow.execute(tx, scope, item, run, outcome);
      });
    await withCurrent(work, ['run_not_active', 'stale_submission', 'request_closed', 'already_decided'], () =>
      this.show.one(scope, submissionId),
    );
    return this.show.one(scope, submissionId);
  }
}
