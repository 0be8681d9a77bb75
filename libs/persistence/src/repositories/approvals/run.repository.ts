import type {
  Rating,
  SubmissionKind,
  WorkflowDefinition,
  WorkflowRunState,
  WorkflowVersionState,
} from '@uptake/contracts';
import {
  type ApprovalRequest,
  DomainError,
  type RunSnapshot,
  type StageRun,
  type WorkflowVersion,
  changesBetween,
} from '@uptake/domain';
import type { Reader, Transaction } from '../../tenancy/transaction.js';
import {
  INSERT_DECISIONS,
  MOVE_REQUESTS,
  INSERT_OVERRIDES,
  UPSERT_REQUESTS,
  UPSERT_RUN,
  UPSERT_STAGE_RUNS,
  UPSERT_TIMERS,
  selectRuns,
} from './run-sql.js';

/** What a run is about, beside its state. */
export interface RunSubject {
  itemId: string;
  workflowId: string;
  kind: SubmissionKind;
}
/** A run as it stands, with the version it runs under; ready for the workflow engine. */
export interface LoadedRun extends RunSubject {
  snapshot: RunSnapshot;
  version: WorkflowVersion;
}

interface RunRow {
  id: string;
  item_id: string;
  workflow_id: string;
  workflow_version_id: string;
  version_hash: string;
  submission_kind: SubmissionKind;
  state: WorkflowRunState;
  round: number;
  lock_version: number;
  last_sequence: number;
  verified_rating: Rating | null;
  rating_reason: string | null;
  started_at: string;
  ended_at: string | null;
  submission_id: string;
  /** Of the submission, for the conditions of the workflow. */
  kind: SubmissionKind;
  progress: number | null;
  fields: Record<string, unknown>;
  revision: number;
  hash: string;
  field_hashes: Record<string, string>;
  submitted_by: string;
  editor_ids: string[];
  rating: Rating | null;
  version_number: number;
  version_state: WorkflowVersionState;
  current_version_hash: string;
  definition: WorkflowDefinition;
  stage_runs: StageRun[];
  requests: ApprovalRequest[];
  decisions: RunSnapshot['decisions'][number][];
  overrides: RunSnapshot['overrides'][number][];
  timers: RunSnapshot['timers'][number][];
}

/** Runs as the engine knows them. Rows are read and written as one state: nothing else writes these tables. */
export class RunRepository {
  /** In the order in which they began; those of items hidden from the reader are not there. */
  async load(reader: Reader, ids: readonly string[]): Promise<LoadedRun[]> {
    return (await reader.some<RunRow>(selectRuns('r.id = ANY($2::uuid[])'), [reader.workspaceId, ids])).map(loaded);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<LoadedRun> {
    const [run] = await this.load(reader, [id]);
    if (!run) throw new DomainError('not_found');
    return run;
  }

  /** Holds the run against every other command, then reads it as it stands. The caller holds its item already. Throws `not_found`. */
  async lock(tx: Transaction, id: string): Promise<LoadedRun> {
    tx.defer(`SELECT r.id FROM run r WHERE r.workspace_id = $1 AND r.id = $2 FOR UPDATE`, [tx.workspaceId, id]);
    return this.get(tx, id);
  }

  /** What is under way on an item, at most one of each kind. */
  async underWay(reader: Reader, itemId: string): Promise<LoadedRun[]> {
    const condition = `r.item_id = $2 AND r.state IN ('active','changes_requested')`;
    return (await reader.some<RunRow>(selectRuns(condition), [reader.workspaceId, itemId])).map(loaded);
  }

  /** What is under way on any of these items, in the order in which it must be locked. */
  underWayOn(reader: Reader, itemIds: readonly string[]): Promise<{ id: string }[]> {
    return reader.query(
      `SELECT r.id FROM run r WHERE r.workspace_id = $1 AND r.item_id = ANY($2::uuid[]) AND r.state IN ('active','changes_requested') ORDER BY r.item_id, r.id`,
      [reader.workspaceId, itemIds],
    );
  }

  /**
   * Runs under way under other versions of a workflow than `exceptVersionId`, in the order in which they must be locked: those of one
   * version where it is given, those of `runIds` where these are.
   */
  underOtherVersions(
    reader: Reader,
    workflowId: string,
    { exceptVersionId, from, runIds, limit }: OtherVersions & { runIds?: string[]; limit: number },
  ): Promise<{ item_id: string; run_id: string }[]> {
    return reader.query(
      `SELECT r.item_id, r.id AS run_id ${UNDER_OTHER_VERSIONS} AND ($5::uuid[] IS NULL OR r.id = ANY($5)) ORDER BY r.item_id, r.id LIMIT $6`,
      [reader.workspaceId, workflowId, exceptVersionId, from ?? null, runIds ?? null, limit],
    );
  }

  async countUnderOtherVersions(
    reader: Reader,
    workflowId: string,
    { exceptVersionId, from }: OtherVersions,
  ): Promise<number> {
    const row = await reader.one<{ n: number }>(`SELECT count(*)::int AS n ${UNDER_OTHER_VERSIONS}`, [
      reader.workspaceId,
      workflowId,
      exceptVersionId,
      from ?? null,
    ]);
    return row?.n ?? 0;
  }

  /** Items and runs in which these members are asked now, in the order in which they must be locked. */
  asking(reader: Reader, memberIds: readonly string[]): Promise<{ item_id: string; run_id: string }[]> {
    return reader.query(
      `SELECT DISTINCT q.item_id, q.run_id FROM approval_request q
       JOIN item i ON i.workspace_id = q.workspace_id AND i.id = q.item_id
       WHERE q.workspace_id = $1 AND q.member_id = ANY($2::uuid[]) AND q.state = 'open' ORDER BY q.item_id, q.run_id`,
      [reader.workspaceId, memberIds],
    );
  }

  /**
   * Writes what the engine made of a run: `after` must come of `before` through it. `insertRevision` writes the judged
   * submission, which stands between the run and the requests that point at it. Throws when another command was faster.
   */
  async write(
    tx: Transaction,
    subject: RunSubject,
    before: RunSnapshot | null,
    after: RunSnapshot,
    insertRevision?: () => Promise<void>,
  ): Promise<void> {
    const changes = changesBetween(before, after);
    if (!changes.run) return;
    const { run } = after;
    const written = await tx.affect(UPSERT_RUN, [
      tx.workspaceId,
      run.id,
      subject.itemId,
      subject.workflowId,
      run.versionId,
      run.versionHash,
      subject.kind,
      run.state,
      run.round,
      run.judged.submissionId,
      run.judged.submitterId,
      run.lockVersion,
      run.lastSequence,
      run.verifiedRating,
      run.ratingReason,
      run.startedAt,
      run.endedAt,
    ]);
    if (written !== 1)
      throw new DomainError('unavailable', { detail: 'The run moved on meanwhile: try again', retryAfter: 1 });
    await insertRevision?.();
    const stageRuns = placed([...changes.stageRuns.inserted, ...changes.stageRuns.updated], after.stageRuns);
    if (stageRuns.length > 0) tx.defer(UPSERT_STAGE_RUNS, [tx.workspaceId, run.id, JSON.stringify(stageRuns)]);
    const requests = placed([...changes.requests.inserted, ...changes.requests.updated], after.requests);
    if (requests.length > 0)
      tx.defer(UPSERT_REQUESTS, [
        tx.workspaceId,
        run.id,
        subject.itemId,
        run.judged.submissionId,
        JSON.stringify(requests),
      ]);
    if (before && before.run.judged.submissionId !== run.judged.submissionId)
      await tx.query(MOVE_REQUESTS, [tx.workspaceId, run.id, run.judged.submissionId]);
    const decisions = placed(changes.decisions, after.decisions);
    if (decisions.length > 0) tx.defer(INSERT_DECISIONS, [tx.workspaceId, run.id, JSON.stringify(decisions)]);
    const overrides = placed(changes.overrides, after.overrides);
    if (overrides.length > 0)
      tx.defer(INSERT_OVERRIDES, [tx.workspaceId, run.id, run.judged.submissionId, JSON.stringify(overrides)]);
    const timers = placed([...changes.timers.inserted, ...changes.timers.updated], after.timers);
    if (timers.length > 0) tx.defer(UPSERT_TIMERS, [tx.workspaceId, run.id, JSON.stringify(timers)]);
  }
}

interface OtherVersions {
  exceptVersionId: string;
  from?: number;
}

const UNDER_OTHER_VERSIONS = `FROM run r
  JOIN item i ON i.workspace_id = r.workspace_id AND i.id = r.item_id
  JOIN workflow_version v ON v.workspace_id = r.workspace_id AND v.id = r.workflow_version_id
  WHERE r.workspace_id = $1 AND r.workflow_id = $2 AND r.workflow_version_id <> $3 AND r.ended_at IS NULL AND ($4::int IS NULL OR v.number = $4)`;

/** Rows with their place among all of the run's rows. */
function placed<Row extends object>(rows: readonly Row[], all: readonly Row[]): (Row & { position: number })[] {
  return rows.map((row) => ({ ...row, position: all.indexOf(row) }));
}

function loaded(row: RunRow): LoadedRun {
  const judged = {
    submissionId: row.submission_id,
    revision: row.revision,
    contentHash: row.hash,
    fieldHashes: row.field_hashes,
    submitterId: row.submitted_by,
    editorIds: row.editor_ids,
    reportedRating: row.rating,
    facts: { kind: row.kind, progress: row.progress, rating: row.rating, fields: row.fields },
  };
  const run = {
    id: row.id,
    subjectId: row.item_id,
    versionId: row.workflow_version_id,
    versionHash: row.version_hash,
    state: row.state,
    round: row.round,
    lockVersion: row.lock_version,
    lastSequence: row.last_sequence,
    judged,
    verifiedRating: row.verified_rating,
    ratingReason: row.rating_reason,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
  return {
    itemId: row.item_id,
    workflowId: row.workflow_id,
    kind: row.submission_kind,
    snapshot: {
      run,
      stageRuns: row.stage_runs,
      requests: row.requests,
      decisions: row.decisions,
      overrides: row.overrides,
      timers: row.timers,
    },
    version: {
      id: row.workflow_version_id,
      number: row.version_number,
      state: row.version_state,
      hash: row.current_version_hash,
      definition: row.definition,
    },
  };
}
