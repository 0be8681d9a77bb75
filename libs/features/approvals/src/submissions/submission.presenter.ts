import type { Abilities, Evidence, RunView, Submission, SubmissionState } from '@uptake/contracts';
import type { Run } from '@uptake/domain';
import type { SubmissionRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';
import { presentRun } from '../runs/run.presenter.js';
import type { ShownRun } from '../runs/show-runs.js';
import { actionOf } from './action-of.js';

const stateOfRun: Readonly<Record<Run['state'], SubmissionState>> = {
  active: 'in_review',
  changes_requested: 'changes_requested',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  cancelled: 'cancelled',
  expired: 'expired',
};

export function presentSubmission(
  scope: WorkspaceScope,
  row: SubmissionRow,
  run: ShownRun,
  evidence: Evidence[],
): Submission {
  const { judged, state } = run.snapshot.run;
  const isJudged = judged.submissionId === row.id;
  const shown = presentRun(run, scope.member.memberId);
  return {
    id: row.id,
    item: { id: row.item_id, kind: row.item_kind, reference: row.item_reference, title: row.item_title },
    kind: row.kind,
    revision: row.revision,
    state: isJudged ? stateOfRun[state] : 'superseded',
    narrative: row.narrative,
    fields: row.fields,
    progress: row.progress,
    rating: row.rating,
    evidence,
    baseVersion: row.base_version,
    hash: row.hash,
    submittedBy: row.submitter,
    submittedAt: row.submitted_at,
    revisions: row.revisions,
    run: shown,
    abilities: abilitiesOfSubmission(scope, row, run, shown, isJudged),
  };
}

function abilitiesOfSubmission(
  scope: WorkspaceScope,
  row: SubmissionRow,
  run: ShownRun,
  shown: RunView,
  isJudged: boolean,
): Abilities {
  const { endedAt, judged } = run.snapshot.run;
  const me = scope.member.memberId;
  const past = !isJudged ? 'superseded' : endedAt !== null ? 'run_ended' : undefined;
  const isOpen = run.snapshot.stageRuns.some((stageRun) => stageRun.kind === 'approval' && stageRun.state === 'open');
  const hasWritten = judged.submitterId === me || judged.editorIds.includes(me);
  const actions = {
    withdraw: 'submission.withdraw',
    revise: actionOf(row.kind),
    cancel: 'submission.cancel',
    amend: 'submission.amend',
    override: 'submission.override',
  } as const;
  return abilitiesOf(scope, actions, row.parts, {
    withdraw: past ?? (judged.submitterId === me ? undefined : 'not_submitter'),
    // also while it is under review: then with `revises`
    revise: past,
    cancel: past,
    // who is asked is never changed by those whose words are judged
    override:
      past ??
      (hasWritten
        ? 'is_submitter'
        : shown.stages.some(({ overridable }) => overridable)
          ? undefined
          : 'may_not_override'),
    amend: past ?? (hasWritten ? 'is_submitter' : isOpen ? undefined : 'changes_requested'),
  });
}
