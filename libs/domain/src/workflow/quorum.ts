import type { ApprovalStage, BlockReason, Quorum } from '@uptake/contracts';
import { involved } from './separation.js';
import type { ApprovalRequest, Decision, RunSnapshot, StageRun } from './run-snapshot.js';

/** Approvals needed of `eligible` people. Never 0: a stage with nobody to ask blocks, it does not pass. */
export function requiredApprovals(quorum: Quorum, eligible: number): number {
  switch (quorum.kind) {
    case 'any':
      return 1;
    case 'all':
      return Math.max(1, eligible);
    case 'n':
      return quorum.count;
    case 'percent':
      return Math.max(1, Math.ceil((eligible * quorum.percent) / 100));
  }
}

/** The fewest people with whom a stage could ever be approved, whoever they are. */
export function fewestDeciders(quorum: Quorum): number {
  return quorum.kind === 'n' ? quorum.count : 1;
}

/** Whose voice has been heard by these decisions: one human counts once, whether they spoke or somebody spoke for them. */
export function votersOf(decisions: readonly Decision[]): Set<string> {
  return new Set(decisions.flatMap(involved));
}

export interface Tally {
  readonly approvals: readonly Decision[];
  readonly rejections: readonly Decision[];
  readonly changeRequests: readonly Decision[];
  /** Those that can still be answered: not of people who answered for somebody else here. */
  readonly openRequests: readonly ApprovalRequest[];
  /** Eligible people without a decision, whether their request is still open or was cancelled. */
  readonly undecided: number;
}

export function tally(stageRun: StageRun, snapshot: Pick<RunSnapshot, 'decisions' | 'requests'>): Tally {
  const decisions = snapshot.decisions.filter((decision) => decision.stageRunId === stageRun.id);
  const voters = votersOf(decisions);
  const of = (verdict: Decision['verdict']) => decisions.filter((decision) => decision.verdict === verdict);
  return {
    approvals: of('approve'),
    rejections: of('reject'),
    changeRequests: of('request_changes'),
    openRequests: snapshot.requests.filter(
      ({ stageRunId, state, memberId }) => stageRunId === stageRun.id && state === 'open' && !voters.has(memberId),
    ),
    undecided: stageRun.eligibleIds.length - decisions.length,
  };
}

export type StageVerdict = 'approved' | 'rejected' | 'changes_requested';

/** What the decisions so far make of an open stage; null while it stays open. */
export function judgeStage(stage: Pick<ApprovalStage, 'veto'>, stageRun: StageRun, votes: Tally): StageVerdict | null {
  if (votes.changeRequests.length > 0) return 'changes_requested';
  if (stage.veto && votes.rejections.length > 0) return 'rejected';
  if (votes.approvals.length >= stageRun.required) return 'approved';
  // Members who left count as undecided: their leaving blocks, only what people decided can reject.
  const wasPossible = stageRun.eligibleIds.length >= stageRun.required;
  const isPossible = votes.approvals.length + votes.undecided >= stageRun.required;
  return votes.rejections.length > 0 && wasPossible && !isPossible ? 'rejected' : null;
}

/** Approvals that the stage can still come to with the requests now open. */
export function reachableApprovals(votes: Tally): number {
  return votes.approvals.length + votes.openRequests.length;
}

/** Why an open stage cannot be approved as it stands; null when it can. */
export function blockOf(stageRun: StageRun, votes: Tally): BlockReason | null {
  if (stageRun.eligibleIds.length === 0) return 'nobody_eligible';
  if (stageRun.eligibleIds.length < stageRun.required) return 'too_few_eligible';
  return reachableApprovals(votes) < stageRun.required ? 'quorum_out_of_reach' : null;
}
