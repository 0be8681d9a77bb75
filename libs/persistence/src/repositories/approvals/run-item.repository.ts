import type { Transaction } from '../../tenancy/transaction.js';

/** What a run leaves on the item it judges. */
export class RunItemRepository {
  /** Part in the item, and with it sight of it, for those who handed in or are asked. */
  async addParticipants(
    tx: Transaction,
    itemId: string,
    part: 'submitter' | 'approver',
    memberIds: readonly string[],
  ): Promise<void> {
    tx.defer(
      `INSERT INTO item_participant (workspace_id, item_id, member_id, part) SELECT $1, $2, m, $4 FROM unnest($3::uuid[]) m ON CONFLICT DO NOTHING`,
      [tx.workspaceId, itemId, [...new Set(memberIds)], part],
    );
  }
}
