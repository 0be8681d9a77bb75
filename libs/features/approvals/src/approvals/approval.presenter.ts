import type { Ability, Approval, ApprovalSummary, OfficialRecord, Submission } from '@uptake/contracts';
import type { ApprovalRow, SubmissionRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { named } from '../runs/run.presenter.js';
import type { ShownRun } from '../runs/show-runs.js';

export function presentSummary(scope: WorkspaceScope, row: ApprovalRow): ApprovalSummary {
  return { ...summaryOf(row, scope.member.memberId), abilities: { decide: quickAbility(scope, row) } };
}

export interface ReviewedApproval {
  row: ApprovalRow;
  run: ShownRun;
  submission: Submission;
  official: OfficialRecord | null;
  seen: SubmissionRow | undefined;
  decide: Ability;
  readerMemberId: string;
}

export function presentApproval({
  row,
  run,
  submission,
  official,
  seen,
  decide,
  readerMemberId,
}: ReviewedApproval): Approval {
  const stage = run.version.definition.stages.find((candidate) => candidate.key === row.stage_key);
  const approval = stage?.kind === 'approval' ? stage : undefined;
  return {
    ...summaryOf(row, readerMemberId),
    abilities: { decide },
    // nothing is verified where nothing was reported
    rates: approval?.rates === true && submission.rating !== null,
    signature: approval?.signature ? { meaning: named(approval.signature.meaning) } : null,
    reasonRequiredFor: approval?.reasonRequiredFor ?? [],
    submission,
    official,
    lastSeenByMe: seen
      ? {
          revision: seen.revision,
          submission: { narrative: seen.narrative, progress: seen.progress, rating: seen.rating, fields: seen.fields },
        }
      : null,
  };
}

function summaryOf(row: ApprovalRow, readerMemberId: string): Omit<ApprovalSummary, 'abilities'> {
  return {
    id: row.id,
    state: row.state,
    stage: { key: row.stage_key, name: row.stage_name },
    round: row.round,
    revision: row.revision,
    item: { id: row.item_id, kind: row.item_kind, reference: row.item_reference, title: row.item_title },
    submissionId: row.submission_id,
    submissionKind: row.submission_kind,
    submissionHash: row.submission_hash,
    submittedBy: row.submitter,
    member: row.member,
    actingFor: row.may_act && row.member.id !== readerMemberId ? row.member : null,
    decidedBy: row.decider,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    verdict: row.verdict,
  };
}

/** For lists, without the whole run: an open request put to the reader. The decision itself asks everything. */
function quickAbility(scope: WorkspaceScope, row: ApprovalRow): Ability {
  if (row.state !== 'open') return { reason: row.state === 'decided' ? 'request_already_decided' : 'request_not_open' };
  const isOwn = row.member.id === scope.member.memberId;
  if (!isOwn && !row.may_act) return { reason: 'not_asked' };
  if (row.has_spoken) return { reason: 'already_voted' };
  return scope.can('approval.decide', isOwn ? row.parts : ['approver']);
}
