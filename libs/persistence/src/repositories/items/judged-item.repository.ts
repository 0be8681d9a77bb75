import type { Lifecycle, SubmissionKind } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import type { Transaction } from '../../tenancy/transaction.js';
import { withWidenedSight } from '../../tenancy/widen-sight.js';

/** The marks that submissions leave on an item of any kind while they are judged and after. The item must be locked. */
export class JudgedItemRepository {
  /**
   * Sets whether an approval is open on it, and where its status changes with that, this too: one change of the row for both. A run of
   * another kind that is still judged keeps it waiting.
   */
  async setWaiting(
    tx: Transaction,
    itemId: string,
    kind: SubmissionKind,
    isJudged: boolean,
    at: Date,
    to?: { status: string; lifecycle: Lifecycle },
  ): Promise<void> {
    const sql = `UPDATE item i SET updated_at = $5::timestamptz, waiting = $4 OR EXISTS (
        SELECT 1 FROM run u WHERE u.workspace_id = i.workspace_id AND u.item_id = i.id AND u.state = 'active' AND u.submission_kind <> $3),
        status = coalesce($6::text, i.status), lifecycle = coalesce($7::text, i.lifecycle), version = version + CASE WHEN $6::text IS NULL THEN 0 ELSE 1 END,
        closed_at = CASE coalesce($7::text, i.lifecycle) WHEN 'closed' THEN coalesce(i.closed_at, $5::timestamptz) END
      WHERE i.workspace_id = $1 AND i.id = $2`;
    tx.defer(sql, [tx.workspaceId, itemId, kind, isJudged, at, to?.status ?? null, to?.lifecycle ?? null]);
  }

  async setStatus(
    tx: Transaction,
    itemId: string,
    to: { status: string; lifecycle: Lifecycle },
    at: Date,
  ): Promise<void> {
    const sql = `UPDATE item i SET status = $3, lifecycle = $4, closed_at = CASE WHEN $4 = 'closed' THEN coalesce(i.closed_at, $5::timestamptz) END, version = version + 1, updated_at = $5::timestamptz
      WHERE i.workspace_id = $1 AND i.id = $2`;
    tx.defer(sql, [tx.workspaceId, itemId, to.status, to.lifecycle, at]);
  }

  /** The kinds of submission under way: judged, or sent back for changes. */
  async underWay(tx: Transaction, itemId: string): Promise<SubmissionKind[]> {
    const sql = `SELECT u.submission_kind AS kind FROM run u JOIN item i ON i.workspace_id = u.workspace_id AND i.id = u.item_id
      WHERE u.workspace_id = $1 AND u.item_id = $2 AND u.state IN ('active','changes_requested')`;
    return (await tx.query<{ kind: SubmissionKind }>(sql, [tx.workspaceId, itemId])).map((row) => row.kind);
  }

  /** Marks everything below an item that has closed, hidden or not, and answers it in the order in which it must be locked. */
  async settleBelow(tx: Transaction, itemId: string, at: Date): Promise<string[]> {
    return withWidenedSight(tx, async () => {
      const held = await tx.query<{ id: string }>(
        `SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.root_id = $2 AND i.id <> $2 ORDER BY i.id FOR NO KEY UPDATE`,
        [tx.workspaceId, itemId],
      );
      const ids = held.map(({ id }) => id);
      await tx.query(
        `UPDATE item i SET above_closed = true, version = version + 1, updated_at = $3 WHERE i.workspace_id = $1 AND i.id = ANY($2::uuid[])`,
        [tx.workspaceId, ids, at],
      );
      return ids;
    });
  }

  async submitterOf(tx: Transaction, submissionId: string): Promise<string> {
    const sql = `SELECT s.submitted_by FROM submission s JOIN item i ON i.workspace_id = s.workspace_id AND i.id = s.item_id WHERE s.workspace_id = $1 AND s.id = $2`;
    const row = await tx.one<{ submitted_by: string }>(sql, [tx.workspaceId, submissionId]);
    if (!row) throw new DomainError('not_found', { detail: 'No such submission' });
    return row.submitted_by;
  }
}
