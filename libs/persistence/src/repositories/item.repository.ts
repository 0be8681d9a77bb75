import type { ItemKind, ItemRef, Part, Visibility } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface ItemRow {
  id: string;
  kind: ItemKind;
  reference: string;
  title: string;
  parent_id: string | null;
  root_id: string;
  owner_id: string | null;
  team_id: string | null;
  visibility: Visibility;
  lifecycle: 'open' | 'closed';
  status: string;
  due_on: string | null;
  waiting: boolean;
  above_closed: boolean;
  record_version: number;
  version: number;
}

const COLUMNS = `i.id, i.kind, i.reference, i.title, i.parent_id, i.root_id, i.owner_id, i.team_id, i.visibility, i.lifecycle, i.status, i.due_on::text AS due_on, i.waiting, i.above_closed, i.record_version, i.version`;

/** What all kinds of items share. Row security hides items the reader may not see, so a hidden one is `not_found` here. */
export class ItemRepository {
  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<ItemRow> {
    const row = await reader.one<ItemRow>(`SELECT ${COLUMNS} FROM item i WHERE i.workspace_id = $1 AND i.id = $2`, [
      reader.workspaceId,
      id,
    ]);
    if (!row) throw new DomainError('not_found');
    return row;
  }

  /**
   * Holds the item against every other writer until the transaction ends. Throws `not_found`. Rows that only point at it
   * (a foreign key's check) do not wait: two tasks that come to depend on each other would lock each other out.
   */
  async lock(tx: Transaction, id: string, kind?: ItemKind): Promise<ItemRow> {
    const row = await tx.one<ItemRow>(
      `SELECT ${COLUMNS} FROM item i WHERE i.workspace_id = $1 AND i.id = $2 FOR NO KEY UPDATE`,
      [tx.workspaceId, id],
    );
    if (!row || (kind && row.kind !== kind)) throw new DomainError('not_found');
    return row;
  }

  /**
   * `lock` with what this member has to do with the item, in one trip: both are read once the item is held, so that they are what
   * whoever held it before has left. Throws `not_found`.
   */
  async hold(
    tx: Transaction,
    id: string,
    memberId: string,
    kind?: ItemKind,
  ): Promise<{ item: ItemRow; parts: Part[] }> {
    tx.defer(`SELECT i.id FROM item i WHERE i.workspace_id = $1 AND i.id = $2 FOR NO KEY UPDATE`, [tx.workspaceId, id]);
    const row = await tx.one<ItemRow & { parts: Part[] }>(
      `SELECT ${COLUMNS}, ${partsSql('i', '$3')} AS parts FROM item i WHERE i.workspace_id = $1 AND i.id = $2`,
      [tx.workspaceId, id, memberId],
    );
    if (!row || (kind && row.kind !== kind)) throw new DomainError('not_found');
    const { parts, ...item } = row;
    return { item, parts };
  }

  /** What this member has to do with the item, for the permission table; `partsSql` says the same inside a larger query. */
  async parts(reader: Reader, itemId: string, memberId: string): Promise<Part[]> {
    const row = await reader.one<{ parts: Part[] }>(
      `SELECT ${partsSql('i', '$3')} AS parts FROM item i WHERE i.workspace_id = $1 AND i.id = $2`,
      [reader.workspaceId, itemId, memberId],
    );
    if (!row) throw new DomainError('not_found');
    return row.parts;
  }

  async refs(reader: Reader, ids: readonly string[]): Promise<Map<string, ItemRef>> {
    const rows = await reader.some<ItemRef & Record<string, unknown>>(
      `SELECT i.id, i.kind, i.reference, i.title FROM item i WHERE i.workspace_id = $1 AND i.id = ANY($2::uuid[])`,
      [reader.workspaceId, ids],
    );
    return new Map(rows.map(({ id, kind, reference, title }) => [id, { id, kind, reference, title }]));
  }
}

/**
 * SQL for the parts of a member in an item, as a text array: of the item itself, and `owner` or `contributor` of the
 * recommendation above it; one that comes of both stands there twice. A task's owner is its assignee. `item` is the alias of the
 * item row, `member` a parameter.
 */
export const partsSql = (item: string, member: string): string => `ARRAY(
  SELECT CASE WHEN p.part = 'owner' AND p.item_id = ${item}.id AND ${item}.kind = 'task' THEN 'assignee' ELSE p.part END
  FROM item_participant p
  WHERE p.workspace_id = ${item}.workspace_id AND p.member_id = ${member}::uuid
    AND p.item_id IN (${item}.id, ${item}.root_id) AND (p.item_id = ${item}.id OR p.part IN ('owner','contributor'))
  UNION ALL
  SELECT 'team' FROM team_member tm
  WHERE tm.workspace_id = ${item}.workspace_id AND tm.team_id = ${item}.team_id AND tm.member_id = ${member}::uuid)`;
