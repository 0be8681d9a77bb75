import type { Transaction } from '../../tenancy/transaction.js';

/** What a run leaves on the item it judges. */
export class RunItemRepository {
  /** Part in the item, and with it sight of it, for those who handed in or are asked. */
  async addParticipants(tx: Transaction, itemId: string, part: 'submitter' | 'approver', memberIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO item_participant (workspace_id, item_id, member_id, part) SELECT $1, $2, m, $4 FROM unnest($3::uuid[]) m ON CONFLICT DO NOTHING`,
      [tx.workspaceId, itemId, [...new Set(memberIds)], part],
    );
  }

  /** Whether an approval is open on the item, as its runs now say; true when that changed. */
  async isWaitingChanged(tx: Transaction, itemId: string): Promise<boolean> {
    const row = await tx.one(
      `SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.id = $2
       AND i.waiting <> EXISTS (SELECT 1 FROM run r WHERE r.workspace_id = i.workspace_id AND r.item_id = i.id AND r.state = 'active')`,
      [tx.workspaceId, itemId],
    );
    return row !== undefined;
  }

  async toggleWaiting(tx: Transaction, itemId: string, at: Date): Promise<void> {
    await tx.query(`UPDATE item SET waiting = NOT waiting, updated_at = $3 WHERE workspace_id = $1 AND id = $2`, [tx.workspaceId, itemId, at]);
  }
}
