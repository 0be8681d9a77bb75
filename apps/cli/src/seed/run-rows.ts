import type { RunSnapshot } from '@uptake/domain';

type MadeRow = Record<string, unknown>;

interface RunToWrite {
  workspaceId: string;
  itemId: string;
  workflowId: string;
  state: RunSnapshot;
  /** Which revision each request asks about. */
  submissionOf: ReadonlyMap<string, string>;
}

/** A run as the engine left it, as the rows of its tables. */
export function runRows({ workspaceId, itemId, workflowId, state, submissionOf }: RunToWrite): {
  run: MadeRow;
  stageRuns: MadeRow[];
  requests: MadeRow[];
  decisions: MadeRow[];
} {
  const { run } = state;
  const inRun = { workspace_id: workspaceId, run_id: run.id };
  return {
    run: {
      workspace_id: workspaceId,
      id: run.id,
      item_id: itemId,
      workflow_id: workflowId,
      workflow_version_id: run.versionId,
      version_hash: run.versionHash,
      submission_kind: 'update',
      state: run.state,
      round: run.round,
      submission_id: run.judged.submissionId,
      submitter_id: run.judged.submitterId,
      lock_version: run.lockVersion,
      last_sequence: run.lastSequence,
      verified_rating: run.verifiedRating,
      rating_reason: run.ratingReason,
      started_at: run.startedAt,
      ended_at: run.endedAt,
    },
    stageRuns: state.stageRuns.map((stage, position) => ({
      ...inRun,
      id: stage.id,
      position,
      stage_key: stage.stageKey,
      kind: stage.kind,
      round: stage.round,
      state: stage.state,
      required: stage.required,
      eligible_ids: stage.eligibleIds,
      appointed_ids: stage.appointedIds,
      stage_hash: stage.stageHash,
      blocked: stage.blocked,
      skipped_by: stage.skippedBy,
      opened_at: stage.openedAt,
      closed_at: stage.closedAt,
    })),
    requests: state.requests.map((request, position) => ({
      ...inRun,
      id: request.id,
      stage_run_id: request.stageRunId,
      item_id: itemId,
      submission_id: submissionOf.get(request.id),
      member_id: request.memberId,
      position,
      state: request.state,
      opened_at: request.openedAt,
      closed_at: request.closedAt,
    })),
    decisions: state.decisions.map((decision, position) => ({
      ...inRun,
      id: decision.id,
      request_id: decision.requestId,
      stage_run_id: decision.stageRunId,
      position,
      round: decision.round,
      revision: decision.revision,
      actor_id: decision.actorId,
      verdict: decision.verdict,
      reason: decision.reason,
      subject_hash: decision.subjectHash,
      verified_rating: decision.verifiedRating,
      rating_reason: decision.ratingReason,
      channel: decision.channel,
      at: decision.at,
    })),
  };
}
