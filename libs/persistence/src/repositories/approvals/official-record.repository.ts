import type { Rating, SubmissionKind } from '@uptake/contracts';
import { instantSql } from '../../instant-sql.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

export interface CurrentRecordRow {
  version: number;
  submission_id: string;
  narrative: string | null;
  fields: Record<string, unknown>;
  progress: number | null;
  reported_rating: Rating | null;
  verified_rating: Rating | null;
  rating_reason: string | null;
  approved_by: string;
  at: string;
}
export interface NewOfficialRecord {
  itemId: string;
  submissionId: string;
  verifiedRating: Rating | null;
  ratingReason: string | null;
  approvedBy: string;
  at: Date;
}

/** What stands officially of an item: one version for each approved submission, never changed. */
export class OfficialRecordRepository {
  /**
   * The record in force. With `spokenOf` its narrative is that of the last approved submission of that kind, null where there was
   * none: an update is read beside the update before it, not beside an extension granted in between.
   */
  async current(
    reader: Reader,
    itemId: string,
    spokenOf: SubmissionKind | null = null,
  ): Promise<CurrentRecordRow | undefined> {
    return reader.one<CurrentRecordRow & Record<string, unknown>>(
      `SELECT o.version, o.submission_id, o.fields, o.progress, o.reported_rating, o.verified_rating, o.rating_reason, m.name AS approved_by, ${instantSql('o.at')} AS at,
         CASE WHEN $3::text IS NULL THEN o.narrative ELSE (
           SELECT e.narrative FROM official_record e JOIN submission s ON s.workspace_id = e.workspace_id AND s.id = e.submission_id
           WHERE e.workspace_id = o.workspace_id AND e.item_id = o.item_id AND s.kind = $3 ORDER BY e.version DESC LIMIT 1) END AS narrative
       FROM official_record o
       JOIN item i ON i.workspace_id = o.workspace_id AND i.id = o.item_id AND i.record_version = o.version
       JOIN member m ON m.workspace_id = o.workspace_id AND m.id = o.approved_by
       WHERE o.workspace_id = $1 AND o.item_id = $2`,
      [reader.workspaceId, itemId, spokenOf],
    );
  }

  /**
   * Makes an approved submission the record in force and raises the item's record version, which it answers, and its own. What the submission
   * does not speak of (progress, rating, fields) stays as it stood; only an update's fields are the item's own.
   */
  async append(tx: Transaction, made: NewOfficialRecord): Promise<number> {
    const row = await tx.one<{ record_version: number }>(APPEND, [
      tx.workspaceId,
      made.itemId,
      made.submissionId,
      made.verifiedRating,
      made.ratingReason,
      made.approvedBy,
      made.at,
    ]);
    if (!row) throw new Error('The item of an approved submission is gone');
    return row.record_version;
  }
}

const APPEND = `
WITH raised AS (
  UPDATE item SET record_version = item.record_version + 1, version = item.version + 1, updated_at = $7 WHERE item.workspace_id = $1 AND item.id = $2 RETURNING item.id, item.record_version
), added AS (
  INSERT INTO official_record (workspace_id, item_id, version, submission_id, narrative, fields, progress, reported_rating, verified_rating, rating_reason, approved_by, at)
  SELECT $1, s.item_id, raised.record_version, s.id, s.narrative, coalesce(old.fields, '{}') || CASE WHEN s.kind = 'update' THEN s.fields ELSE '{}' END, coalesce(s.progress, old.progress),
    coalesce(s.rating, old.reported_rating),
    CASE WHEN s.rating IS NULL THEN old.verified_rating ELSE $4::text END,
    CASE WHEN s.rating IS NULL THEN old.rating_reason ELSE $5::text END, $6, $7
  FROM raised
  JOIN submission s ON s.workspace_id = $1 AND s.item_id = raised.id AND s.id = $3
  LEFT JOIN official_record old ON old.workspace_id = s.workspace_id AND old.item_id = s.item_id AND old.version = raised.record_version - 1
)
SELECT record_version FROM raised`;
