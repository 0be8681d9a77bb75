import type { ListQuery, Role } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import type { ListedPage } from '../paging/list-sql.js';
import { readList } from '../paging/read-list.js';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface MemberRow {
  id: string;
  user_id: string;
  name: string;
  email: string;
  roles: Role[];
  active: boolean;
  teams: Array<{ id: string; name: string }>;
  version: number;
  joined_at: Date;
}

const COLUMNS = `
  m.id, m.user_id, m.name, u.email, m.roles, m.deactivated_at IS NULL AS active, m.version, m.joined_at,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name))
    FROM team_member tm JOIN team t ON t.workspace_id = tm.workspace_id AND t.id = tm.team_id
    WHERE tm.workspace_id = m.workspace_id AND tm.member_id = m.id), '[]') AS teams`;
const FROM = `member m JOIN app_user u ON u.id = m.user_id`;
const sortable = {
  name: { sql: 'lower(m.name)', type: 'text' },
  email: { sql: 'u.email', type: 'text' },
  joinedAt: { sql: 'm.joined_at', type: 'timestamptz' },
  inactive: { sql: '(m.deactivated_at IS NOT NULL)', type: 'bool' },
} as const;

export class MemberRepository {
  /** Active ones first, then by name. */
  list(reader: Reader, query: ListQuery): Promise<ListedPage<MemberRow>> {
    const list = {
      columns: COLUMNS,
      from: FROM,
      where: 'm.workspace_id = $1',
      values: [reader.workspaceId],
      id: 'm.id',
      fields: sortable,
      fallback: 'inactive,name',
    };
    return readList(reader, { ...list, changedAt: 'coalesce(m.changed_at, m.joined_at)' }, query);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<MemberRow> {
    const row = await reader.one<MemberRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE m.workspace_id = $1 AND m.id = $2`, [
      reader.workspaceId,
      id,
    ]);
    if (!row) throw new DomainError('not_found', { detail: 'No such member' });
    return row;
  }

  async isActive(reader: Reader, email: string): Promise<boolean> {
    const sql = `SELECT 1 FROM ${FROM} WHERE m.workspace_id = $1 AND u.email = $2 AND m.deactivated_at IS NULL`;
    return (await reader.one(sql, [reader.workspaceId, email])) !== undefined;
  }

  /**
   * Holds every active administrator, in one order, and answers who they are: whoever else wants to take one away waits
   * here and then sees the smaller set.
   */
  async lockAdministrators(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT m.id FROM member m WHERE m.workspace_id = $1 AND 'admin' = ANY(m.roles) AND m.deactivated_at IS NULL ORDER BY m.id FOR NO KEY UPDATE`,
      [tx.workspaceId],
    );
    return rows.map((row) => row.id);
  }

  /** False when another change came first. */
  async update(
    tx: Transaction,
    id: string,
    version: number,
    to: { roles: readonly Role[]; active: boolean; at: Date },
  ): Promise<boolean> {
    const sql = `
      UPDATE member SET roles = $4, version = version + 1, changed_at = $6,
        deactivated_at = CASE WHEN $5 THEN NULL ELSE coalesce(deactivated_at, $6) END
      WHERE workspace_id = $1 AND id = $2 AND version = $3`;
    return (await tx.affect(sql, [tx.workspaceId, id, version, to.roles, to.active, to.at])) === 1;
  }

  /**
   * Makes the person a member, or an active one again. The member's id and what they were before;
   * undefined when they are an active member already: nothing changes then.
   */
  async join(
    tx: Transaction,
    member: { id: string; userId: string; name: string; roles: readonly Role[]; at: Date },
  ): Promise<{ id: string; returned: boolean } | undefined> {
    return tx.one<{ id: string; returned: boolean }>(
      `INSERT INTO member AS m (workspace_id, id, user_id, name, roles, joined_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (workspace_id, user_id) DO UPDATE SET roles = excluded.roles, deactivated_at = NULL, version = m.version + 1, changed_at = excluded.joined_at
       WHERE m.deactivated_at IS NOT NULL
       RETURNING m.id, m.id <> $2 AS returned`,
      [tx.workspaceId, member.id, member.userId, member.name, member.roles, member.at],
    );
  }

  /** The name a person goes by in this workspace follows their profile. */
  async rename(tx: Transaction, id: string, name: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE member SET name = $3, version = version + 1, changed_at = $4 WHERE workspace_id = $1 AND id = $2`,
      [tx.workspaceId, id, name, at],
    );
  }
}
