import type { RecommendationKind, RecommendationListQuery, ResponseVerdict } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type ListedPage, listedPage } from '../../paging/list-sql.js';
import { trackRollup } from '../../rollups/track-rollup.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';
import { listRecommendationsSql } from './list-recommendations.sql.js';
import { INSERT_RECOMMENDATION, type NewRecommendation, recommendationValues } from './new-recommendation.js';
import { RECOMMENDATION_DETAIL, type RecommendationDetailRow, type RecommendationRow } from './recommendation-row.js';

/** What a recommendation has beside what all items have. Lists and details are one statement each. */
export class RecommendationRepository {
  /**
   * Makes a recommendation with its reference, addressees, statements and named people, and counts it in the rollups
   * (so the caller must not). The caller writes `recommendation.created`. An id that is not of this workspace fails its foreign key.
   */
  insert(tx: Transaction, made: NewRecommendation): Promise<{ id: string; reference: string }> {
    return trackRollup(tx, [made.id], made, async () => {
      const row = await tx.one<{ reference: string }>(
        INSERT_RECOMMENDATION,
        recommendationValues(tx.workspaceId, made),
      );
      if (!row) throw new Error('A recommendation was made without a reference');
      return { id: made.id, reference: row.reference };
    });
  }

  async list(
    reader: Reader,
    memberId: string,
    query: RecommendationListQuery,
    today: string,
  ): Promise<ListedPage<RecommendationRow>> {
    const { text, values, keys } = listRecommendationsSql(reader.workspaceId, memberId, query, today);
    return listedPage(await reader.query<RecommendationRow>(text, values), query.limit, keys);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, memberId: string, id: string): Promise<RecommendationDetailRow> {
    const row = await reader.one<RecommendationDetailRow>(RECOMMENDATION_DETAIL, [reader.workspaceId, id, memberId]);
    if (!row) throw new DomainError('not_found', { detail: 'No such recommendation' });
    return row;
  }

  /** The item must be locked. */
  async change(
    tx: Transaction,
    id: string,
    to: { title: string; priority: string; visibility: string; kind: RecommendationKind },
    at: Date,
  ): Promise<void> {
    const sql = `WITH kind AS (UPDATE recommendation r SET blueprint = $6 WHERE r.workspace_id = $1 AND r.item_id = $2)
      UPDATE item i SET title = $3, priority = $4, visibility = $5, version = version + 1, updated_at = $7 WHERE i.workspace_id = $1 AND i.id = $2`;
    await tx.query(sql, [tx.workspaceId, id, to.title, to.priority, to.visibility, to.kind, at]);
  }

  /** The tasks below, held against other writers: a visibility reaches down to them. */
  async lockTasks(tx: Transaction, id: string): Promise<string[]> {
    const sql = `SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.root_id = $2 AND i.kind = 'task' ORDER BY i.id FOR NO KEY UPDATE`;
    return (await tx.query<{ id: string }>(sql, [tx.workspaceId, id])).map((row) => row.id);
  }

  async setTaskVisibility(tx: Transaction, taskIds: readonly string[], visibility: string, at: Date): Promise<void> {
    const sql = `UPDATE item i SET visibility = $3, version = version + 1, updated_at = $4 WHERE i.workspace_id = $1 AND i.id = ANY($2::uuid[])`;
    await tx.query(sql, [tx.workspaceId, taskIds, visibility, at]);
  }

  async replaceAddressees(tx: Transaction, id: string, partyIds: readonly string[]): Promise<void> {
    await tx.query(`DELETE FROM recommendation_addressee a WHERE a.workspace_id = $1 AND a.item_id = $2`, [
      tx.workspaceId,
      id,
    ]);
    const sql = `INSERT INTO recommendation_addressee (workspace_id, item_id, party_id, position)
      SELECT $1, $2, party_id, min(position) FROM unnest($3::uuid[]) WITH ORDINALITY AS a(party_id, position) GROUP BY party_id`;
    await tx.query(sql, [tx.workspaceId, id, partyIds]);
  }

  /** The kinds of these statements; a missing one is not of this workspace. */
  async statementKinds(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; kind: string }>(
      `SELECT q.id, q.kind FROM statement q WHERE q.workspace_id = $1 AND q.id = ANY($2::uuid[])`,
      [tx.workspaceId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.kind]));
  }

  async statementIds(tx: Transaction, id: string): Promise<string[]> {
    const sql = `SELECT l.statement_id FROM recommendation_statement l WHERE l.workspace_id = $1 AND l.item_id = $2 ORDER BY l.statement_id`;
    return (await tx.query<{ statement_id: string }>(sql, [tx.workspaceId, id])).map((row) => row.statement_id);
  }

  async replaceStatements(tx: Transaction, id: string, statementIds: readonly string[], at: Date): Promise<void> {
    await tx.query(`DELETE FROM recommendation_statement l WHERE l.workspace_id = $1 AND l.item_id = $2`, [
      tx.workspaceId,
      id,
    ]);
    await tx.query(
      `INSERT INTO recommendation_statement (workspace_id, item_id, statement_id) SELECT DISTINCT $1::uuid, $2::uuid, s FROM unnest($3::uuid[]) s`,
      [tx.workspaceId, id, statementIds],
    );
    await this.touch(tx, id, at);
  }

  async setResponse(
    tx: Transaction,
    id: string,
    given: { response: ResponseVerdict; part: string | null; reason: string; respondedBy: string },
    at: Date,
  ): Promise<void> {
    const sql = `UPDATE recommendation r SET response = $3, response_part = $4, response_reason = $5, responded_by = $6, responded_at = $7 WHERE r.workspace_id = $1 AND r.item_id = $2`;
    await tx.query(sql, [tx.workspaceId, id, given.response, given.part, given.reason, given.respondedBy, at]);
    await this.touch(tx, id, at);
  }

  private async touch(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.query(`UPDATE item i SET version = version + 1, updated_at = $3 WHERE i.workspace_id = $1 AND i.id = $2`, [
      tx.workspaceId,
      id,
      at,
    ]);
  }
}
