import { Injectable } from '@nestjs/common';
import type { CommandApplied, RunApproved, RunSnapshot } from '@uptake/domain';
import {
  type ItemRow,
  OfficialRecordRepository,
  RunItemRepository,
  type RunSubject,
  SubmissionRepository,
  type Transaction,
} from '@uptake/persistence';
import { type SubmissionMove, SubmissionHandlers, type WorkspaceScope } from '@uptake/platform';
import { EndRuns } from './end-runs.js';

/** What a run's move means for its item: the official record, and whatever its kind's own handler makes of it (status, waiting, ratings). */
@Injectable()
export class FollowRun {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly records: OfficialRecordRepository,
    private readonly runItems: RunItemRepository,
    private readonly handlers: SubmissionHandlers,
    private readonly endRuns: EndRuns,
  ) {}

  async execute(
    tx: Transaction,
    scope: WorkspaceScope,
    item: ItemRow,
    { kind }: RunSubject,
    { events, state }: CommandApplied,
  ): Promise<void> {
    const handler = this.handlers.of(item.kind);
    const { judged } = state.run;
    const move: SubmissionMove = { itemId: item.id, submissionId: judged.submissionId, kind };
    for (const event of events) {
      switch (event.type) {
        case 'run.started':
        case 'run.revised':
          await this.runItems.addParticipants(tx, item.id, 'submitter', [judged.submitterId]);
          await handler.submitted(tx, scope, move);
          break;
        case 'run.changes-requested':
        case 'run.returned':
          // back to an earlier stage of approval, nothing is asked of the submitter
          if (state.run.state === 'changes_requested') await handler.changesRequested(tx, scope, move);
          break;
        case 'run.approved':
          await this.approve(tx, scope, move, event, state);
          break;
        case 'run.rejected':
        case 'run.withdrawn':
        case 'run.cancelled':
          await handler.ended(tx, scope, move);
          break;
        default:
      }
    }
  }

  private async approve(
    tx: Transaction,
    scope: WorkspaceScope,
    move: SubmissionMove,
    event: RunApproved,
    { decisions }: RunSnapshot,
  ): Promise<void> {
    const { actorId, at } = scope.actor;
    const { verifiedRating, ratingReason } = event;
    const { itemId, submissionId } = move;
    // an amendment may let what was decided suffice: who amends has approved nothing
    const approvedBy = decisions.filter(({ id }) => event.decisionIds.includes(id)).at(-1)?.actorId ?? actorId;
    const submission = await this.submissions.get(tx, submissionId, actorId);
    const recordVersion = await this.records.append(tx, {
      itemId,
      submissionId,
      verifiedRating,
      ratingReason,
      approvedBy,
      at,
    });
    const { narrative, fields, progress, rating: reportedRating } = submission;
    const closed = await this.handlers.of(submission.item_kind).approved(tx, scope, {
      ...move,
      recordVersion,
      narrative,
      fields,
      progress,
      reportedRating,
      verifiedRating,
      ratingReason,
    });
    if (closed.length > 0) await this.endRuns.end(tx, scope, closed, narrative);
  }
}
