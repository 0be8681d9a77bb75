import { Injectable } from '@nestjs/common';
import type { Approval, DecisionInput } from '@uptake/contracts';
import { type DecideCommand, DomainError, type RunSnapshot } from '@uptake/domain';
import { ApprovalRepository, EligibilityRepository, ItemRepository, RunRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';
import { withCurrent } from '../runs/with-current.js';
import { ShowApproval } from './show-approval.js';
import { SignDecision } from './sign-decision.js';

/** One person's answer to the question put to them, or to one they act for. */
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
    private readonly sign: SignDecision,
  ) {}

  /**
   * Decides and draws every consequence in one transaction: run, item, official record and rollup move together or not at all.
   * Losers of a race and late comers get `already_decided`, `request_closed` or `stale_submission` with the approval as it stands
   * (who decided what, and when); further `not_eligible`, `separation_of_duties`, `reason_required`, `rating_required`,
   * `rating_reason_required`, `invalid_input`, `not_found`, `signature_required` and as `SignDecision`.
   */
  async execute(
    scope: WorkspaceScope,
    id: string,
    input: DecisionInput,
    idempotencyKey: string | null,
    network = '',
  ): Promise<Approval> {
    // before anything is held: looking at a password takes its time
    const signature = await this.sign.execute(scope, input.signature, network);
    await this.take(scope, id, input, { idempotencyKey, signature });
    return this.show.execute(scope, id);
  }

  /** The same without an answer, for those who show none, and with a signature that was proved before. */
  async take(scope: WorkspaceScope, id: string, input: DecisionInput, proof: DecisionProof): Promise<void> {
    const { item_id: itemId, run_id: runId } = await this.approvals.placeOf(scope.read, id);
    const work = () =>
      scope.transaction(async (tx) => {
        await this.eligibility.keepPeople(tx);
        // who acts for another does so with that one's part in the item; that they may, the engine says first
        const { item, parts } = await this.items.hold(tx, itemId, input.onBehalfOf ?? scope.member.memberId);
        const run = await this.runs.lock(tx, runId);
        const command = commandOf(scope, id, input, proof, run.snapshot);
        const outcome = await this.apply.execute(tx, scope.actor, run, command);
        scope.demand('approval.decide', parts);
        await this.follow.execute(tx, scope, item, run, outcome);
      });
    await withCurrent(
      () => work().catch(rethrowDoubled),
      ['already_decided', 'request_closed', 'stale_submission'],
      () => this.show.execute(scope, id),
    );
  }
}

type DecisionProof = Pick<DecideCommand, 'idempotencyKey' | 'signature'>;

function commandOf(
  scope: WorkspaceScope,
  requestId: string,
  input: DecisionInput,
  proof: DecisionProof,
  snapshot: RunSnapshot,
): DecideCommand {
  const request = snapshot.requests.find((candidate) => candidate.id === requestId);
  const stageRun = snapshot.stageRuns.find((candidate) => candidate.id === request?.stageRunId);
  return {
    type: 'decide',
    requestId,
    actorId: scope.member.memberId,
    onBehalfOfId: input.onBehalfOf ?? null,
    verdict: input.verdict,
    reason: input.reason ?? null,
    subjectHash: input.submissionHash,
    // a request belongs to one round, which the hash proves was the one looked at
    round: stageRun?.round ?? 0,
    verifiedRating: input.verifiedRating ?? null,
    ratingReason: input.ratingReason ?? null,
    channel: scope.entry?.via === 'session' ? 'web' : 'api',
    ...proof,
  };
}

/** The unique indexes have the last word on one decision a request and one voice a human, should the locks ever let two through. */
function rethrowDoubled(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505' && constraint === 'decision_once')
    throw new DomainError('already_decided', { detail: 'This was decided already' });
  if (code === '23505' && constraint === 'decision_voice')
    throw new DomainError('not_eligible', { detail: 'already_voted' });
  throw error;
}
