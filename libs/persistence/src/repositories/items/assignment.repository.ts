import { DomainError } from '@uptake/domain';
import { newId } from '../../new-id.js';
import type { Transaction } from '../../tenancy/transaction.js';
import type { ItemRow } from '../item.repository.js';

export interface DueDateChange {
  itemId: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  changedBy: string;
  at: Date;
}

/**
 * Who has an item, who has a part in it, and until when. Row security judges the changed row by the participants as they stand
 * before the change's own triggers run: so whoever must see the outcome is written down first.
 */
export class AssignmentRepository {
  /** `not_found` for people and teams of nowhere, `invalid_input` under `path` for who is no longer active. */
  async requireAssignable(
    tx: Transaction,
    members: ReadonlyArray<{ path: string; id: string }>,
    teamId: string | null | undefined,
  ): Promise<void> {
    if (
      teamId &&
      !(await tx.one(`SELECT t.id FROM team t WHERE t.workspace_id = $1 AND t.id = $2`, [tx.workspaceId, teamId]))
    ) {
      throw new DomainError('not_found', { detail: 'No such team' });
    }
    if (members.length === 0) return;
    const found = await tx.query<{ id: string; active: boolean }>(
      `SELECT m.id, m.deactivated_at IS NULL AS active FROM member m WHERE m.workspace_id = $1 AND m.id = ANY($2::uuid[])`,
      [tx.workspaceId, members.map(({ id }) => id)],
    );
    const active = new Map(found.map((row) => [row.id, row.active]));
    if (members.some(({ id }) => !active.has(id))) throw new DomainError('not_found', { detail: 'No such member' });
    const inactive = members.filter(({ id }) => !active.get(id));
    if (inactive.length > 0) {
      throw new DomainError('invalid_input', {
        errors: inactive.map(({ path }) => ({
          path,
          code: 'inactive_member',
          message: 'This member is no longer active',
        })),
      });
    }
  }

  /** The item must be locked. */
  async assign(
    tx: Transaction,
    item: ItemRow,
    to: { ownerId: string | null; teamId: string | null; dueOn: string | null },
    at: Date,
  ): Promise<void> {
    if (to.ownerId && to.ownerId !== item.owner_id) await this.addParticipants(tx, item.id, 'owner', [to.ownerId]);
    await tx.query(
      `UPDATE item i SET owner_id = $3, team_id = $4, due_on = $5, version = version + 1, updated_at = $6 WHERE i.workspace_id = $1 AND i.id = $2`,
      [tx.workspaceId, item.id, to.ownerId, to.teamId, to.dueOn, at],
    );
  }

  /** Takes the item from its team; false when somebody was faster. */
  async claim(tx: Transaction, itemId: string, memberId: string, at: Date): Promise<boolean> {
    await this.addParticipants(tx, itemId, 'owner', [memberId]);
    const sql = `UPDATE item i SET owner_id = $3, team_id = NULL, version = version + 1, updated_at = $4
      WHERE i.workspace_id = $1 AND i.id = $2 AND i.team_id IS NOT NULL AND i.owner_id IS NULL`;
    return (await tx.affect(sql, [tx.workspaceId, itemId, memberId, at])) === 1;
  }

  async addParticipants(
    tx: Transaction,
    itemId: string,
    part: 'owner' | 'contributor' | 'named',
    memberIds: readonly string[],
  ): Promise<void> {
    const sql = `INSERT INTO item_participant (workspace_id, item_id, member_id, part) SELECT $1, $2, m, $3 FROM unnest($4::uuid[]) m ON CONFLICT DO NOTHING`;
    if (memberIds.length > 0) await tx.query(sql, [tx.workspaceId, itemId, part, memberIds]);
  }

  async removeParticipantsBut(
    tx: Transaction,
    itemId: string,
    part: 'contributor' | 'named',
    memberIds: readonly string[],
  ): Promise<void> {
    const sql = `DELETE FROM item_participant p WHERE p.workspace_id = $1 AND p.item_id = $2 AND p.part = $3 AND p.member_id <> ALL($4::uuid[])`;
    await tx.query(sql, [tx.workspaceId, itemId, part, memberIds]);
  }

  async participants(tx: Transaction, itemId: string, part: 'contributor' | 'named'): Promise<string[]> {
    const sql = `SELECT p.member_id FROM item_participant p WHERE p.workspace_id = $1 AND p.item_id = $2 AND p.part = $3 ORDER BY p.member_id`;
    return (await tx.query<{ member_id: string }>(sql, [tx.workspaceId, itemId, part])).map((row) => row.member_id);
  }

  /** Names the member in the item unless another part than those they are about to lose keeps it in their sight. */
  async keepInSight(tx: Transaction, item: ItemRow, memberId: string, losing: readonly string[]): Promise<void> {
    const sql = `INSERT INTO item_participant (workspace_id, item_id, member_id, part)
      SELECT $1, $2, $4, 'named' WHERE NOT EXISTS (
        SELECT 1 FROM item_participant p
        WHERE p.workspace_id = $1 AND p.item_id IN ($2, $3) AND p.member_id = $4 AND NOT (p.item_id = $2 AND p.part = ANY($5::text[])))
      ON CONFLICT DO NOTHING`;
    await tx.query(sql, [tx.workspaceId, item.id, item.root_id, memberId, losing]);
  }

  async noteDueDate(tx: Transaction, change: DueDateChange): Promise<void> {
    const sql = `INSERT INTO due_date_change (workspace_id, id, item_id, from_on, to_on, reason, changed_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
    await tx.query(sql, [
      tx.workspaceId,
      newId(change.at),
      change.itemId,
      change.from,
      change.to,
      change.reason,
      change.changedBy,
      change.at,
    ]);
  }

  /** Moves the target date alone, with its place in the history. */
  async moveDueDate(tx: Transaction, change: DueDateChange): Promise<void> {
    await tx.query(`UPDATE item i SET due_on = $3, updated_at = $4 WHERE i.workspace_id = $1 AND i.id = $2`, [
      tx.workspaceId,
      change.itemId,
      change.to,
      change.at,
    ]);
    await this.noteDueDate(tx, change);
  }
}
