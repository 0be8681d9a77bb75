import type { ListQuery, Role } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { WorkspaceEntity } from '../entities/index.js';
import type { ListedPage } from '../paging/list-sql.js';
import { readList } from '../paging/read-list.js';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface WorkspaceRow {
  id: string;
  slug: string;
  name: string;
  language: string;
  time_zone: string;
  working_days: number[];
  holidays: string[];
  version: number;
}
export interface MembershipRow extends WorkspaceRow {
  member_id: string;
  roles: Role[];
}
export type WorkspaceFields = Pick<WorkspaceRow, 'name' | 'language' | 'time_zone' | 'working_days' | 'holidays'>;

const COLUMNS = `w.id, w.slug, w.name, w.language, w.time_zone, w.working_days, w.holidays::text[] AS holidays, w.version`;

const sortable = { name: { sql: 'lower(w.name)', type: 'text' }, slug: { sql: 'w.slug', type: 'text' } } as const;

export class WorkspaceRepository {
  /** One person's memberships over all workspaces: the one list that is not inside a workspace. */
  memberships(reader: Reader, userId: string): Promise<MembershipRow[]> {
    return reader.query<MembershipRow>(
      `SELECT ${COLUMNS}, m.id AS member_id, m.roles FROM member m JOIN workspace w ON w.id = m.workspace_id
       WHERE m.user_id = $1 AND m.deactivated_at IS NULL ORDER BY lower(w.name), w.id`,
      [userId],
    );
  }

  /** The same as a list. */
  list(reader: Reader, userId: string, query: ListQuery): Promise<ListedPage<MembershipRow>> {
    const columns = `${COLUMNS}, m.id AS member_id, m.roles`;
    const list = {
      columns,
      from: 'member m JOIN workspace w ON w.id = m.workspace_id',
      where: 'm.user_id = $1 AND m.deactivated_at IS NULL',
      values: [userId],
    };
    return readList(
      reader,
      { ...list, id: 'w.id', fields: sortable, fallback: 'name', changedAt: 'coalesce(w.changed_at, w.created_at)' },
      query,
    );
  }

  /** The reader's own workspace. */
  async get(reader: Reader): Promise<WorkspaceRow> {
    const row = await reader.one<WorkspaceRow>(`SELECT ${COLUMNS} FROM workspace w WHERE w.id = $1`, [
      reader.workspaceId,
    ]);
    if (!row) throw new DomainError('not_found');
    return row;
  }

  /** False when the slug is taken, in whichever workspace. */
  async insert(
    tx: Transaction,
    workspace: { slug: string; name: string; language: string; timeZone: string; at: Date },
  ): Promise<boolean> {
    const sql = `INSERT INTO workspace (id, slug, name, language, time_zone, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slug) DO NOTHING`;
    return (
      (await tx.affect(sql, [
        tx.workspaceId,
        workspace.slug,
        workspace.name,
        workspace.language,
        workspace.timeZone,
        workspace.at,
      ])) === 1
    );
  }

  /** False when another change came first. */
  async update(tx: Transaction, version: number, to: WorkspaceFields, changedAt: Date): Promise<boolean> {
    const { time_zone: timeZone, working_days: workingDays, ...rest } = to;
    const change = { ...rest, timeZone, workingDays, changedAt, version: version + 1 };
    const { affected } = await (await tx.entities()).update(WorkspaceEntity, { id: tx.workspaceId, version }, change);
    return affected === 1;
  }
}
