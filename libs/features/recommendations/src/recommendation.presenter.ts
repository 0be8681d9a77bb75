import type { Action, OfficialRecord, Recommendation, RecommendationSummary } from '@uptake/contracts';
import { type RecommendationAbility, calendarDay, isOverdue, recommendationHindrances } from '@uptake/domain';
import type { OfficialRecordRow, RecommendationDetailRow, RecommendationRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

const abilities: Readonly<Record<RecommendationAbility, Action>> = {
  change: 'recommendation.change',
  respond: 'recommendation.respond',
  assign: 'recommendation.assign',
  claim: 'recommendation.claim',
  link: 'recommendation.link',
  createTask: 'task.create',
  submit: 'submission.submit',
  extend: 'submission.submit',
  addEvidence: 'evidence.add',
  close: 'recommendation.close',
};

export function presentSummary(scope: WorkspaceScope, row: RecommendationRow): RecommendationSummary {
  const state = {
    ownerId: row.owner?.id ?? null,
    teamId: row.team?.id ?? null,
    lifecycle: row.lifecycle,
    underWay: row.under_way,
  };
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    title: row.title,
    kind: row.kind,
    visibility: row.visibility,
    lifecycle: row.lifecycle,
    outcome: row.outcome,
    owner: row.owner,
    team: row.team,
    priority: row.priority,
    response: row.response,
    reportedRating: row.reported_rating,
    verifiedRating: row.verified_rating,
    dueOn: row.due_on,
    overdue: isOverdue(
      { dueOn: row.due_on, lifecycle: row.lifecycle },
      calendarDay(scope.now(), scope.workspace.timeZone),
    ),
    waiting: row.waiting,
    taskCounts: row.task_counts,
    updatedAt: row.updated_at.toISOString(),
    abilities: abilitiesOf(scope, abilities, row.parts, recommendationHindrances(state)),
  };
}

export function presentRecommendation(scope: WorkspaceScope, row: RecommendationDetailRow): Recommendation {
  return {
    ...presentSummary(scope, row),
    text: row.text,
    language: row.language,
    direction: row.direction,
    section: row.section,
    contributors: row.contributors,
    named: row.named,
    addressees: row.addressees,
    responseDetail: responseOf(row),
    closing: closingOf(row),
    ratingReason: row.rating_reason,
    progress: row.progress,
    source: row.source,
    addresses: row.statements.filter((statement) => statement.kind === 'issue'),
    serves: row.statements.filter((statement) => statement.kind === 'interest'),
    dueHistory: row.due_history,
    recordVersion: row.record_version,
    createdAt: row.created_at.toISOString(),
  };
}

export const presentRecord = (row: OfficialRecordRow): OfficialRecord => ({
  version: row.version,
  submissionId: row.submission_id,
  narrative: row.narrative,
  progress: row.progress,
  fields: row.fields,
  reportedRating: row.reported_rating,
  verifiedRating: row.verified_rating,
  ratingReason: row.rating_reason,
  approvedBy: row.approved_by,
  at: row.at.toISOString(),
});

function responseOf(row: RecommendationDetailRow): Recommendation['responseDetail'] {
  if (!row.response || !row.responded_at) return null;
  return {
    response: row.response,
    part: row.response_part,
    reason: row.response_reason ?? '',
    respondedBy: row.responder ?? '',
    respondedAt: row.responded_at.toISOString(),
  };
}

function closingOf(row: RecommendationDetailRow): Recommendation['closing'] {
  if (!row.outcome || !row.closed_at) return null;
  return {
    outcome: row.outcome,
    reason: row.outcome_reason,
    supersededBy: row.superseded_by,
    closedAt: row.closed_at.toISOString(),
  };
}
