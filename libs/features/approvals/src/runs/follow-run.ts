import { Injectable } from '@nestjs/common';
import type { CommandApplied, RunApproved, RunSnapshot } from '@uptake/domain';
import {
  EligibilityRepository,
  GateRepository,
  ItemRepository,
  type ItemRow,
  OfficialRecordRepository,
  RunItemRepository,
  RunRepository,
  type RunSubject,
  SubmissionRepository,
  type Transaction,
  type WaitingRun,
  withWidenedSight,
} from '@uptake/persistence';
import { type ActingScope, type SubmissionMove, SubmissionHandlers, WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from './apply-command.js';
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
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly gates: GateRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly apply: ApplyCommand,
  ) {}

  async execute(
    tx: Transaction,
    scope: ActingScope,
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
          if (!(scope instanceof WorkspaceScope)) throw new Error('Nothing is approved without a person');
          await this.approve(tx, scope, move, event, state);
          break;
        case 'run.rejected':
        case 'run.withdrawn':
        case 'run.cancelled':
        case 'run.expired':
          await handler.ended(tx, scope, move);
          break;
        default:
      }
    }
  }

  /**
   * What waited for these items, which were approved or closed in this transaction, goes on if it waits for nothing else: items too
   * that the actor may not see. Where people are just being changed it is left to the sweep, which comes by within seconds: to wait
   * here could be to wait for each other.
   */
  async moved(tx: Transaction, scope: WorkspaceScope, itemIds: readonly string[]): Promise<void> {
    await withWidenedSight(tx, async () => {
      const waiting = await this.gates.waitingFor(tx, itemIds);
      if (waiting.length > 0 && (await this.eligibility.tryToKeepPeople(tx))) await this.passGates(tx, scope, waiting);
    });
  }

  /** Lets the runs pass the gates at which they stand, where nothing is waited for any more. The caller keeps the people. */
  async passGates(tx: Transaction, scope: ActingScope, waiting: readonly WaitingRun[]): Promise<void> {
    const { actorId } = scope.actor;
    for (const { item_id: itemId, run_id: runId } of waiting) {
      const item = await this.items.lock(tx, itemId);
      const run = await this.runs.lock(tx, runId);
      if (run.snapshot.run.endedAt !== null) continue;
      const outcome = await this.apply.execute(tx, scope.actor, run, { type: 'recheck-gates', actorId });
      await this.execute(tx, scope, item, run, outcome);
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
    await this.moved(tx, scope, [itemId, ...closed]);
  }
}
