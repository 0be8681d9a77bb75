import { Injectable } from '@nestjs/common';
import { JudgedItemRepository, type Transaction, trackRollup } from '@uptake/persistence';
import type {
  ActingScope,
  ApprovedSubmission,
  SubmissionHandler,
  SubmissionMove,
  WorkspaceScope,
} from '@uptake/platform';
import { AcceptSubmission, type OfferedSubmission } from './accept-submission.js';
import { ProjectSubmission } from './project-submission.js';

/** How recommendations follow their submissions, inside the transactions that move them. */
@Injectable()
export class RecommendationSubmissions implements SubmissionHandler {
  readonly itemKind = 'recommendation';

  constructor(
    private readonly acceptance: AcceptSubmission,
    private readonly projection: ProjectSubmission,
    private readonly judged: JudgedItemRepository,
  ) {}

  accept(tx: Transaction, _scope: WorkspaceScope, submission: OfferedSubmission): Promise<void> {
    return this.acceptance.execute(tx, submission);
  }

  submitted(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void> {
    return this.wait(tx, scope, move, true);
  }

  changesRequested(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void> {
    return this.wait(tx, scope, move, false);
  }

  ended(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void> {
    return this.wait(tx, scope, move, false);
  }

  /** A closing settles the tasks below: an answer on them could change nothing any more, and no new one is asked for. */
  async approved(tx: Transaction, scope: WorkspaceScope, submission: ApprovedSubmission): Promise<readonly string[]> {
    await trackRollup(tx, [submission.itemId], { at: scope.now(), timeZone: scope.workspace.timeZone }, async () => {
      await this.projection.execute(tx, scope, submission);
      await this.judged.setWaiting(tx, submission.itemId, submission.kind, false, scope.now());
    });
    return submission.kind === 'closing' ? this.judged.settleBelow(tx, submission.itemId, scope.now()) : [];
  }

  private wait(
    tx: Transaction,
    scope: ActingScope,
    { itemId, kind }: SubmissionMove,
    isJudged: boolean,
  ): Promise<void> {
    const at = scope.now();
    return trackRollup(tx, [itemId], { at, timeZone: scope.workspace.timeZone }, () =>
      this.judged.setWaiting(tx, itemId, kind, isJudged, at),
    );
  }
}
