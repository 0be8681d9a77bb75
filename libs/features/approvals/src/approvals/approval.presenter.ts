import type { Ability, Approval, ApprovalSummary, OfficialRecord, Submission } from '@uptake/contracts';
import type { ApprovalRow, SubmissionRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import type { ShownRun } from '../runs/show-runs.js';

export function presentSummary(scope: WorkspaceScope, row: ApprovalRow): ApprovalSummary {
  return { ...summaryOf(row), abilities: { decide: quickAbility(scope, row) } };
}

export interface ReviewedApproval {
  row: ApprovalRow;
  run: ShownRun;
  submission: Submission;
  official: OfficialRecord | null;
  seen: SubmissionRow | undefined;
  decide: Ability;
}

export function presentApproval({ row, run, submission, official, seen, decide }: ReviewedApproval): Approval {
  const stage = run.version.definition.stages.find((candidate) => candidate.key === row.stage_key);
  const approval = stage?.kind === 'approval' ? stage : undefined;
  return {
    ...summaryOf(row),
    abilities: { decide },
    // nothing is verified where nothing was reported
    rates: approval?.rates === true && submission.rating !== null,
    reasonRequiredFor: approval?.reasonRequiredFor ?? [],
    submissionHash: submission.hash,
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

function summaryOf(row: ApprovalRow): Omit<ApprovalSummary, 'abilities'> {
  return {
    id: row.id,
    state: row.state,
    stage: { key: row.stage_key, name: row.stage_name },
    round: row.round,
    revision: row.revision,
    item: { id: row.item_id, kind: row.item_kind, reference: row.item_reference, title: row.item_title },
    submissionId: row.submission_id,
    submissionKind: row.submission_kind,
    submittedBy: row.submitter,
    member: row.member,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    verdict: row.verdict,
  };
}

/** For lists, without the whole run: an open request put to the reader. The decision itself asks everything. */
function quickAbility(scope: WorkspaceScope, row: ApprovalRow): Ability {
  if (row.state !== 'open') return { reason: row.state === 'decided' ? 'request_already_decided' : 'request_not_open' };
  return row.member.id === scope.member.memberId ? scope.can('approval.decide', row.parts) : { reason: 'not_asked' };
}
