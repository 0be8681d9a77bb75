import { instantSql } from '../../instant-sql.js';

const stageRuns = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', sr.id, 'stageKey', sr.stage_key, 'kind', sr.kind, 'round', sr.round, 'state', sr.state,
    'required', sr.required, 'eligibleIds', sr.eligible_ids, 'appointedIds', sr.appointed_ids, 'stageHash', sr.stage_hash, 'blocked', sr.blocked, 'skippedBy', sr.skipped_by,
    'openedAt', ${instantSql('sr.opened_at')}, 'closedAt', ${instantSql('sr.closed_at')}) ORDER BY sr.position)
  FROM stage_run sr WHERE sr.workspace_id = r.workspace_id AND sr.run_id = r.id), '[]')`;

const requests = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', q.id, 'stageRunId', q.stage_run_id, 'memberId', q.member_id, 'state', q.state,
    'openedAt', ${instantSql('q.opened_at')}, 'closedAt', ${instantSql('q.closed_at')}) ORDER BY q.position)
  FROM approval_request q WHERE q.workspace_id = r.workspace_id AND q.run_id = r.id), '[]')`;

// decisions from before they named their revision judged that of their request
const decisions = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', d.id, 'requestId', d.request_id, 'stageRunId', d.stage_run_id, 'stageKey', sr.stage_key, 'round', d.round,
    'revision', coalesce(d.revision, s.revision), 'actorId', d.actor_id, 'onBehalfOfId', d.on_behalf_of_id, 'delegationId', d.delegation_id, 'verdict', d.verdict, 'reason', d.reason,
    'subjectHash', d.subject_hash, 'stageHash', sr.stage_hash, 'verifiedRating', d.verified_rating, 'ratingReason', d.rating_reason,
    'channel', d.channel, 'idempotencyKey', d.idempotency_key,
    'signature', CASE WHEN d.signature_method IS NOT NULL THEN jsonb_build_object('name', d.signature_name, 'meaning', d.signature_meaning, 'method', d.signature_method) END, 'at', ${instantSql('d.at')}) ORDER BY d.position)
  FROM decision d
  JOIN stage_run sr ON sr.workspace_id = d.workspace_id AND sr.id = d.stage_run_id
  JOIN approval_request q ON q.workspace_id = d.workspace_id AND q.id = d.request_id
  JOIN submission s ON s.workspace_id = q.workspace_id AND s.id = q.submission_id
  WHERE d.workspace_id = r.workspace_id AND d.run_id = r.id), '[]')`;

const overrides = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', o.id, 'stageRunId', o.stage_run_id, 'stageKey', sr.stage_key, 'round', o.round, 'revision', s.revision,
    'actorId', o.actor_id, 'reason', o.reason, 'subjectHash', o.subject_hash, 'at', ${instantSql('o.at')}) ORDER BY o.position)
  FROM stage_override o
  JOIN stage_run sr ON sr.workspace_id = o.workspace_id AND sr.id = o.stage_run_id
  JOIN submission s ON s.workspace_id = o.workspace_id AND s.id = o.submission_id
  WHERE o.workspace_id = r.workspace_id AND o.run_id = r.id), '[]')`;

const timers = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', t.id, 'stageRunId', t.stage_run_id, 'kind', t.kind, 'sequence', t.sequence, 'state', t.state,
    'fireAt', ${instantSql('t.fire_at')}, 'closedAt', ${instantSql('t.closed_at')}) ORDER BY t.position)
  FROM timer t WHERE t.workspace_id = r.workspace_id AND t.run_id = r.id), '[]')`;

/** The whole state of runs in one statement, by a condition on `r`; only of items that the reader may see. */
export const selectRuns = (condition: string): string => `
SELECT r.id, r.item_id, r.workflow_id, r.workflow_version_id, r.version_hash, r.submission_kind, r.state, r.round, r.lock_version, r.last_sequence,
  r.verified_rating, r.rating_reason, ${instantSql('r.started_at')} AS started_at, ${instantSql('r.ended_at')} AS ended_at,
  s.id AS submission_id, s.kind, s.progress, s.fields, s.revision, s.hash, s.field_hashes, s.submitted_by, s.editor_ids, s.rating,
  v.number AS version_number, v.status AS version_state, v.hash AS current_version_hash, v.definition,
  ${stageRuns} AS stage_runs, ${requests} AS requests, ${decisions} AS decisions, ${overrides} AS overrides, ${timers} AS timers
FROM run r
JOIN item i ON i.workspace_id = r.workspace_id AND i.id = r.item_id
JOIN submission s ON s.workspace_id = r.workspace_id AND s.id = r.submission_id
JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
WHERE r.workspace_id = $1 AND ${condition}
ORDER BY r.started_at, r.id`;

export const UPSERT_RUN = `
INSERT INTO run AS r (workspace_id, id, item_id, workflow_id, workflow_version_id, version_hash, submission_kind, state, round,
  submission_id, submitter_id, lock_version, last_sequence, verified_rating, rating_reason, started_at, ended_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
ON CONFLICT (workspace_id, id) DO UPDATE SET workflow_version_id = excluded.workflow_version_id, version_hash = excluded.version_hash,
  state = excluded.state, round = excluded.round, submission_id = excluded.submission_id,
  submitter_id = excluded.submitter_id, lock_version = excluded.lock_version, last_sequence = excluded.last_sequence,
  verified_rating = excluded.verified_rating, rating_reason = excluded.rating_reason, ended_at = excluded.ended_at
WHERE r.lock_version = excluded.lock_version - 1`;

export const UPSERT_STAGE_RUNS = `
INSERT INTO stage_run (workspace_id, run_id, id, position, stage_key, kind, round, state, required, eligible_ids, appointed_ids, stage_hash, blocked, skipped_by, opened_at, closed_at)
SELECT $1, $2, x."id", x."position", x."stageKey", x."kind", x."round", x."state", x."required", x."eligibleIds", x."appointedIds", x."stageHash", x."blocked", x."skippedBy", x."openedAt", x."closedAt"
FROM jsonb_to_recordset($3::jsonb) AS x("id" uuid, "position" int, "stageKey" text, "kind" text, "round" int, "state" text, "required" int, "eligibleIds" uuid[],
  "appointedIds" uuid[], "stageHash" text, "blocked" text, "skippedBy" jsonb, "openedAt" timestamptz, "closedAt" timestamptz)
ON CONFLICT (workspace_id, id) DO UPDATE SET state = excluded.state, required = excluded.required, eligible_ids = excluded.eligible_ids,
  appointed_ids = excluded.appointed_ids, blocked = excluded.blocked, closed_at = excluded.closed_at`;

export const UPSERT_REQUESTS = `
INSERT INTO approval_request (workspace_id, run_id, item_id, submission_id, id, position, stage_run_id, member_id, state, opened_at, closed_at)
SELECT $1, $2, $3, $4, x."id", x."position", x."stageRunId", x."memberId", x."state", x."openedAt", x."closedAt"
FROM jsonb_to_recordset($5::jsonb) AS x("id" uuid, "position" int, "stageRunId" uuid, "memberId" uuid, "state" text, "openedAt" timestamptz, "closedAt" timestamptz)
ON CONFLICT (workspace_id, id) DO UPDATE SET state = excluded.state, opened_at = excluded.opened_at, closed_at = excluded.closed_at`;

/** What is still asked is asked of the revision now judged. */
export const MOVE_REQUESTS = `
UPDATE approval_request SET submission_id = $3 WHERE workspace_id = $1 AND run_id = $2 AND state = 'open' AND submission_id <> $3`;

export const INSERT_DECISIONS = `
INSERT INTO decision (workspace_id, run_id, id, position, request_id, stage_run_id, round, revision, actor_id, on_behalf_of_id, delegation_id, verdict, reason, subject_hash,
  verified_rating, rating_reason, channel, idempotency_key, signature_name, signature_meaning, signature_method, at)
SELECT $1, $2, x."id", x."position", x."requestId", x."stageRunId", x."round", x."revision", x."actorId", x."onBehalfOfId", x."delegationId", x."verdict", x."reason", x."subjectHash",
  x."verifiedRating", x."ratingReason", x."channel", x."idempotencyKey", x."signature"->>'name', x."signature"->'meaning', x."signature"->>'method', x."at"
FROM jsonb_to_recordset($3::jsonb) AS x("id" uuid, "position" int, "requestId" uuid, "stageRunId" uuid, "round" int, "revision" int, "actorId" uuid, "onBehalfOfId" uuid, "delegationId" uuid,
  "verdict" text, "reason" text, "subjectHash" text, "verifiedRating" text, "ratingReason" text, "channel" text, "idempotencyKey" text, "signature" jsonb, "at" timestamptz)`;

export const INSERT_OVERRIDES = `
INSERT INTO stage_override (workspace_id, run_id, submission_id, id, position, stage_run_id, round, actor_id, reason, subject_hash, at)
SELECT $1, $2, $3, x."id", x."position", x."stageRunId", x."round", x."actorId", x."reason", x."subjectHash", x."at"
FROM jsonb_to_recordset($4::jsonb) AS x("id" uuid, "position" int, "stageRunId" uuid, "round" int, "actorId" uuid, "reason" text, "subjectHash" text, "at" timestamptz)`;

export const UPSERT_TIMERS = `
INSERT INTO timer (workspace_id, run_id, id, position, stage_run_id, kind, sequence, fire_at, state, closed_at)
SELECT $1, $2, x."id", x."position", x."stageRunId", x."kind", x."sequence", x."fireAt", x."state", x."closedAt"
FROM jsonb_to_recordset($3::jsonb) AS x("id" uuid, "position" int, "stageRunId" uuid, "kind" text, "sequence" int, "fireAt" timestamptz, "state" text, "closedAt" timestamptz)
ON CONFLICT (workspace_id, id) DO UPDATE SET state = excluded.state, closed_at = excluded.closed_at`;
