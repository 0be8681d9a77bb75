import type { ListQuery } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { TeamEntity, TeamMemberEntity } from '../entities/index.js';
import type { ListedPage } from '../paging/list-sql.js';
import { readList } from '../paging/read-list.js';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface TeamRow {
  id: string;
  name: string;
  version: number;
  members: Array<{ id: string; name: string; active: boolean }>;
}

const COLUMNS = `
  t.id, t.name, t.version,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'active', m.deactivated_at IS NULL) ORDER BY m.name)
    FROM team_member tm JOIN member m ON m.workspace_id = tm.workspace_id AND m.id = tm.member_id
    WHERE tm.workspace_id = t.workspace_id AND tm.team_id = t.id), '[]') AS members`;

const sortable = {
  name: { sql: 'lower(t.name)', type: 'text' },
  createdAt: { sql: 't.created_at', type: 'timestamptz' },
} as const;

export class TeamRepository {
  list(reader: Reader, query: ListQuery): Promise<ListedPage<TeamRow>> {
    const list = {
      columns: COLUMNS,
      from: 'team t',
      where: 't.workspace_id = $1',
      values: [reader.workspaceId],
      id: 't.id',
      fields: sortable,
      fallback: 'name',
    };
    return readList(reader, { ...list, changedAt: 'coalesce(t.changed_at, t.created_at)' }, query);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<TeamRow> {
    const row = await reader.one<TeamRow>(`SELECT ${COLUMNS} FROM team t WHERE t.workspace_id = $1 AND t.id = $2`, [
      reader.workspaceId,
      id,
    ]);
    if (!row) throw new DomainError('not_found', { detail: 'No such team' });
    return row;
  }

  /** False when the name is taken. */
  async insert(tx: Transaction, team: { id: string; name: string; at: Date }): Promise<boolean> {
    const sql = `INSERT INTO team (workspace_id, id, name, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (workspace_id, lower(name)) DO NOTHING`;
    return (await tx.affect(sql, [tx.workspaceId, team.id, team.name, team.at])) === 1;
  }

  /** False when another change came first. */
  async update(
    tx: Transaction,
    id: string,
    version: number,
    { at: changedAt, ...to }: { name: string; at: Date },
  ): Promise<boolean> {
    const { workspaceId } = tx;
    const { affected } = await (
      await tx.entities()
    ).update(TeamEntity, { workspaceId, id, version }, { ...to, changedAt, version: version + 1 });
    return affected === 1;
  }

  async replaceMembers(tx: Transaction, id: string, memberIds: readonly string[]): Promise<void> {
    const { workspaceId } = tx;
    const records = await tx.entities();
    await records.delete(TeamMemberEntity, { workspaceId, teamId: id });
    await records.insert(
      TeamMemberEntity,
      [...new Set(memberIds)].map((memberId) => ({ workspaceId, teamId: id, memberId })),
    );
  }
}
