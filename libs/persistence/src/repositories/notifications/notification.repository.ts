import type { ItemRef, MemberRef, Notification, NotificationReason, ReadMark } from '@uptake/contracts';
import { Conditions } from '../../paging/conditions.js';
import type { Reader, Row, Transaction } from '../../tenancy/transaction.js';

export interface NotificationRow extends Row {
  id: string;
  type: string;
  reason: NotificationReason;
  item: ItemRef | null;
  approval_id: string | null;
  principal: MemberRef | null;
  actor: MemberRef | null;
  data: Record<string, unknown>;
  at: Date;
  read_at: Date | null;
}

export interface NotificationFilter {
  userId: string;
  unread: boolean | undefined;
  since: string | undefined;
  /** Only those behind this place, newest first. */
  behind: Pick<Notification, 'at' | 'id'> | undefined;
  limit: number;
}

/**
 * One person's notifications in one workspace, read in their own context there: what is about an item they may no longer see
 * is neither listed nor counted.
 */
export class NotificationRepository {
  /** Only the conditions that were asked for, so that each list finds its index. */
  list(reader: Reader, filter: NotificationFilter): Promise<NotificationRow[]> {
    const { behind } = filter;
    const all = ofReader(reader, filter.userId, filter.unread).where(filter.since, (p) => `n.at >= ${p}::timestamptz`);
    if (behind) all.add(`(n.at, n.id) < (${all.parameter(behind.at)}::timestamptz, ${all.parameter(behind.id)}::uuid)`);
    const limit = all.parameter(filter.limit);
    return reader.query<NotificationRow>(
      `SELECT n.id, n.type, n.reason, n.approval_request_id AS approval_id, n.data, n.at, n.read_at,
         CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name, 'active', p.deactivated_at IS NULL) END AS principal,
         CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('id', i.id, 'kind', i.kind, 'reference', i.reference, 'title', i.title) END AS item,
         CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'name', a.name, 'active', a.deactivated_at IS NULL) END AS actor
       FROM notification n
       LEFT JOIN item i ON i.workspace_id = n.workspace_id AND i.id = n.item_id
       LEFT JOIN member a ON a.workspace_id = n.workspace_id AND a.id = n.actor_id
       LEFT JOIN approval_request q ON q.workspace_id = n.workspace_id AND q.id = n.approval_request_id AND n.reason = 'acting_for'
       LEFT JOIN member p ON p.workspace_id = q.workspace_id AND p.id = q.member_id
       WHERE ${all.sql} AND (n.item_id IS NULL OR i.id IS NOT NULL)
       ORDER BY n.at DESC, n.id DESC LIMIT ${limit}`,
      all.values,
    );
  }

  async unread(reader: Reader, userId: string): Promise<number> {
    return this.count(reader, userId, true);
  }

  /** All, or the unread ones alone, or those since an instant. Whether an item may be seen is asked once, however often it was told of. */
  async count(reader: Reader, userId: string, unread: boolean | undefined, since?: string): Promise<number> {
    const all = ofReader(reader, userId, unread).where(since, (p) => `n.at >= ${p}::timestamptz`);
    const row = await reader.one<{ n: number }>(
      `SELECT coalesce(sum(g.told), 0)::int AS n FROM (SELECT n.item_id, count(*) AS told FROM notification n WHERE ${all.sql} GROUP BY n.item_id) g
       LEFT JOIN item i ON i.workspace_id = $1 AND i.id = g.item_id WHERE g.item_id IS NULL OR i.id IS NOT NULL`,
      all.values,
    );
    return row?.n ?? 0;
  }

  /** Over all of one's workspaces: row security opens nobody else's. */
  async markRead(tx: Transaction, userId: string, mark: ReadMark, now: Date): Promise<void> {
    const [ids, before] = 'ids' in mark ? [mark.ids, null] : [null, mark.before];
    await tx.query(
      `UPDATE notification n SET read_at = $2 WHERE n.user_id = $1 AND n.read_at IS NULL
         AND ($3::uuid[] IS NULL OR n.id = ANY($3)) AND ($4::timestamptz IS NULL OR n.at <= $4)`,
      [userId, now, ids, before],
    );
  }
}

/** $1 workspace, $2 user. */
function ofReader(reader: Reader, userId: string, unread: boolean | undefined): Conditions {
  const all = new Conditions([reader.workspaceId, userId]).add('n.workspace_id = $1 AND n.user_id = $2');
  if (unread !== undefined) all.add(unread ? 'n.read_at IS NULL' : 'n.read_at IS NOT NULL');
  return all;
}
