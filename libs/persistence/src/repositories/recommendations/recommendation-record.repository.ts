import type { ListQuery, Outcome, Rating } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { keyset, pageOf } from '../../paging/keyset.js';
import type { ListedPage } from '../../paging/list-sql.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

export interface OfficialRecordRow extends Record<string, unknown> {
  version: number;
  submission_id: string;
  narrative: string;
  progress: number | null;
  fields: Record<string, unknown>;
  reported_rating: Rating | null;
  verified_rating: Rating | null;
  rating_reason: string | null;
  approved_by: string | null;
  at: Date;
}

export interface ApprovedState {
  progress: number | null;
  fields: Record<string, unknown>;
  reportedRating: Rating | null;
  verifiedRating: Rating | null;
  ratingReason: string | null;
}

/** What approved submissions made of a recommendation. */
export class RecommendationRecordRepository {
  /** Its official records, newest first. Throws `not_found` when the recommendation is none the reader may see. */
  async history(reader: Reader, id: string, query: ListQuery): Promise<ListedPage<OfficialRecordRow>> {
    const keys = keyset({
      sort: query.sort,
      fallback: '-version',
      fields: { version: { sql: 'v.version', type: 'int' } },
      id: 'v.submission_id',
      cursor: query.cursor,
      offset: 4,
    });
    const sql = `
      SELECT i.id AS item_id, v.* FROM item i LEFT JOIN LATERAL (
        SELECT v.version, v.submission_id, v.narrative, v.progress, v.fields, v.reported_rating, v.verified_rating, v.rating_reason, m.name AS approved_by, v.at, ${keys.columns}
        FROM official_record v LEFT JOIN member m ON m.workspace_id = v.workspace_id AND m.id = v.approved_by
        WHERE v.workspace_id = i.workspace_id AND v.item_id = i.id AND ($4::timestamptz IS NULL OR v.at >= $4::timestamptz) ${keys.where ? `AND ${keys.where}` : ''}
        ORDER BY ${keys.orderBy} LIMIT $3
      ) v ON true
      WHERE i.workspace_id = $1 AND i.id = $2 AND i.kind = 'recommendation' ORDER BY ${keys.orderBy}`;
    const rows = await reader.query<OfficialRecordRow>(sql, [
      reader.workspaceId,
      id,
      query.limit + 1,
      query.updatedSince ?? null,
      ...keys.values,
    ]);
    if (rows.length === 0) throw new DomainError('not_found', { detail: 'No such recommendation' });
    const page = pageOf(
      rows.filter((row) => row.version !== null),
      query.limit,
      keys,
    );
    if (!query.count) return page;
    const counted = `SELECT count(*)::int AS total FROM official_record v JOIN item i ON i.workspace_id = v.workspace_id AND i.id = v.item_id
      WHERE v.workspace_id = $1 AND v.item_id = $2 AND ($3::timestamptz IS NULL OR v.at >= $3::timestamptz)`;
    const count = await reader.one<{ total: number }>(counted, [reader.workspaceId, id, query.updatedSince ?? null]);
    return { ...page, total: count?.total ?? 0 };
  }

  /**
   * What an approved update says replaces what the record held; what it does not speak of stays (without a
   * reported rating, the verified one too). Answers the ratings before.
   */
  async project(
    tx: Transaction,
    id: string,
    to: ApprovedState,
  ): Promise<{ reportedRating: Rating | null; verifiedRating: Rating | null; progress: number | null }> {
    const sql = `UPDATE recommendation r SET progress = coalesce($3, b.progress), fields = b.fields || $4::jsonb,
        reported_rating = coalesce($5, b.reported_rating),
        verified_rating = CASE WHEN $5::text IS NULL THEN b.verified_rating ELSE $6 END,
        rating_reason = CASE WHEN $5::text IS NULL THEN b.rating_reason ELSE $7 END
      FROM recommendation b
      WHERE r.workspace_id = $1 AND r.item_id = $2 AND b.workspace_id = r.workspace_id AND b.item_id = r.item_id
      RETURNING b.reported_rating AS "reportedRating", b.verified_rating AS "verifiedRating", b.progress`;
    const before = await tx.one<{
      reportedRating: Rating | null;
      verifiedRating: Rating | null;
      progress: number | null;
    }>(sql, [
      tx.workspaceId,
      id,
      to.progress,
      JSON.stringify(to.fields),
      to.reportedRating,
      to.verifiedRating,
      to.ratingReason,
    ]);
    if (!before) throw new DomainError('not_found');
    return before;
  }

  async close(
    tx: Transaction,
    id: string,
    to: { outcome: Outcome; reason: string | null; supersededBy: string | null },
  ): Promise<void> {
    const sql = `UPDATE recommendation r SET outcome = $3, outcome_reason = $4, superseded_by = $5 WHERE r.workspace_id = $1 AND r.item_id = $2`;
    await tx.query(sql, [tx.workspaceId, id, to.outcome, to.reason, to.supersededBy]);
  }
}
