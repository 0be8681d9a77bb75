import { Injectable } from '@nestjs/common';
import type { Approval, DecisionInput } from '@uptake/contracts';
import { type DecideCommand, DomainError, type RunSnapshot } from '@uptake/domain';
import { ApprovalRepository, EligibilityRepository, ItemRepository, RunRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';
import { withCurrent } from '../runs/with-current.js';
import { ShowApproval } from './show-approval.js';

/** One person's answer to the question put to them. */
@Injectable()
export class Decide {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly apply: ApplyCommand,
    private readonly follow: FollowRun,
    private readonly show: ShowApproval,
  ) {}

  /**
   * Decides and draws every consequence in one transaction: run, item, official record and rollup move together or not at all.
   * Losers of a race and late comers get `already_decided`, `request_closed` or `stale_submission` with the approval as it stands
   * (who decided what, and when); further `not_eligible`, `separation_of_duties`, `reason_required`, `rating_required`,
   * `rating_reason_required`, `invalid_input`, `not_found`.
   */
  async execute(
    scope: WorkspaceScope,
    id: string,
    input: DecisionInput,
    idempotencyKey: string | null,
  ): Promise<Approval> {
    const { item_id: itemId, run_id: runId } = await this.approvals.placeOf(scope.read, id);
    const work = () =>
      scope.transaction(async (tx) => {
        await this.eligibility.keepPeople(tx);
        const { item, parts } = await this.items.hold(tx, itemId, scope.member.memberId);
        const run = await this.runs.lock(tx, runId);
        const outcome = await this.apply.execute(
          tx,
          scope.actor,
          run,
          commandOf(scope, id, input, idempotencyKey, run.snapshot),
        );
        scope.demand('approval.decide', parts);
        await this.follow.execute(tx, scope, item, run, outcome);
      });
    await withCurrent(
      () => work().catch(rethrowDoubled),
      ['already_decided', 'request_closed', 'stale_submission'],
      () => this.show.execute(scope, id),
    );
    return this.show.execute(scope, id);
  }
}

function commandOf(
  scope: WorkspaceScope,
  requestId: string,
  input: DecisionInput,
  idempotencyKey: string | null,
  snapshot: RunSnapshot,
): DecideCommand {
  const request = snapshot.requests.find((candidate) => candidate.id === requestId);
  const stageRun = snapshot.stageRuns.find((candidate) => candidate.id === request?.stageRunId);
  return {
    type: 'decide',
    requestId,
    actorId: scope.member.memberId,
    onBehalfOfId: null,
    verdict: input.verdict,
    reason: input.reason ?? null,
    subjectHash: input.submissionHash,
    // a request belongs to one round, which the hash proves was the one looked at
    round: stageRun?.round ?? 0,
    verifiedRating: input.verifiedRating ?? null,
    ratingReason: input.ratingReason ?? null,
    channel: scope.entry?.via === 'session' ? 'web' : 'api',
    idempotencyKey,
  };
}

/** The unique index has the last word on one decision a request, should the locks ever let two through. */
function rethrowDoubled(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  throw code === '23505' && constraint === 'decision_once'
    ? new DomainError('already_decided', { detail: 'This was decided already' })
    : error;
}
