import type { ListQuery } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { PartyEntity } from '../../entities/index.js';
import { newId } from '../../new-id.js';
import type { ListedPage } from '../../paging/list-sql.js';
import { readList } from '../../paging/read-list.js';
import type { Reader, Transaction } from '../../tenancy/transaction.js';

export interface PartyRow extends Record<string, unknown> {
  id: string;
  name: string;
  kind: string;
  version: number;
}

const COLUMNS = 'p.id, p.name, p.kind, p.version';

const sortable = {
  name: { sql: 'lower(p.name)', type: 'text' },
  updatedAt: { sql: 'p.updated_at', type: 'timestamptz' },
} as const;

export class PartyRepository {
  list(reader: Reader, query: ListQuery): Promise<ListedPage<PartyRow>> {
    const list = {
      columns: COLUMNS,
      from: 'party p',
      where: 'p.workspace_id = $1',
      values: [reader.workspaceId],
      id: 'p.id',
      fields: sortable,
    };
    return readList(reader, { ...list, fallback: 'name', changedAt: 'p.updated_at' }, query);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<PartyRow> {
    const row = await reader.one<PartyRow>(`SELECT ${COLUMNS} FROM party p WHERE p.workspace_id = $1 AND p.id = $2`, [
      reader.workspaceId,
      id,
    ]);
    if (!row) throw new DomainError('not_found', { detail: 'No such party' });
    return row;
  }

  /** False when the name is taken. */
  async insert(tx: Transaction, made: { id: string; name: string; kind: string; at: Date }): Promise<boolean> {
    const sql = `INSERT INTO party (workspace_id, id, name, kind, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (workspace_id, lower(name)) DO NOTHING`;
    return (await tx.affect(sql, [tx.workspaceId, made.id, made.name, made.kind, made.at])) === 1;
  }

  /** False when another change came first. */
  async update(
    tx: Transaction,
    id: string,
    version: number,
    to: { name: string; kind: string; at: Date },
  ): Promise<boolean> {
    const { at, ...rest } = to;
    const change = { ...rest, updatedAt: at, version: version + 1 };
    return (
      (await (await tx.entities()).update(PartyEntity, { workspaceId: tx.workspaceId, id, version }, change))
        .affected === 1
    );
  }

  /** The parties of these names, made where they are missing; answers ids by the name in lower case, and which were made. */
  async ensure(
    tx: Transaction,
    names: readonly string[],
    at: Date,
  ): Promise<{ ids: Map<string, string>; made: Array<{ id: string; name: string }> }> {
    const byKey = new Map(names.map((name) => [name.toLowerCase(), name]));
    const wanted = [...byKey.values()].map((name) => ({ id: newId(at), name }));
    const made = await tx.query<{ id: string; name: string }>(
      `INSERT INTO party (workspace_id, id, name, created_at, updated_at) SELECT $1, n.id, n.name, $3, $3 FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, name text)
       ON CONFLICT (workspace_id, lower(name)) DO NOTHING RETURNING id, name`,
      [tx.workspaceId, JSON.stringify(wanted), at],
    );
    const rows = await tx.query<{ id: string; key: string }>(
      `SELECT p.id, lower(p.name) AS key FROM party p WHERE p.workspace_id = $1 AND lower(p.name) IN (SELECT lower(n) FROM unnest($2::text[]) n)`,
      [tx.workspaceId, [...byKey.values()]],
    );
    return { ids: new Map(rows.map((row) => [row.key, row.id])), made };
  }
}
