import type { DelegationListQuery, DelegationScope, ItemRef, MemberRef } from '@uptake/contracts';
import { type Delegation, DomainError } from '@uptake/domain';
import { instantSql } from '../../instant-sql.js';
import { Conditions } from '../../paging/conditions.js';
import type { ListedPage } from '../../paging/list-sql.js';
import { readList } from '../../paging/read-list.js';
import type { Reader, Row, Transaction } from '../../tenancy/transaction.js';
import { memberRefSql } from './member-refs.js';

export interface DelegationRow extends Row {
  id: string;
  from_ref: MemberRef;
  to_ref: MemberRef;
  workflow_keys: string[] | null;
  item_ids: string[] | null;
  /** Those of `item_ids` that the reader may see. */
  items: ItemRef[];
  starts_at: string;
  ends_at: string;
  reason: string | null;
  created_by: MemberRef;
  created_at: string;
  revoked_at: string | null;
  revoked_by: MemberRef | null;
  version: number;
}

export interface NewDelegation extends DelegationScope {
  id: string;
  fromId: string;
  toId: string;
  startsAt: Date;
  endsAt: Date;
  reason: string | null;
  createdBy: string;
  createdAt: Date;
}

const FROM = `delegation g
  JOIN member gf ON gf.workspace_id = g.workspace_id AND gf.id = g.from_id
  JOIN member gt ON gt.workspace_id = g.workspace_id AND gt.id = g.to_id
  JOIN member gc ON gc.workspace_id = g.workspace_id AND gc.id = g.created_by
  LEFT JOIN member gr ON gr.workspace_id = g.workspace_id AND gr.id = g.revoked_by`;
const COLUMNS = `g.id, ${memberRefSql('gf')} AS from_ref, ${memberRefSql('gt')} AS to_ref, g.workflow_keys, g.item_ids,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'reference', i.reference, 'title', i.title) ORDER BY i.reference)
    FROM item i WHERE i.workspace_id = g.workspace_id AND i.id = ANY (g.item_ids)), '[]') AS items,
  ${instantSql('g.starts_at')} AS starts_at, ${instantSql('g.ends_at')} AS ends_at, g.reason, ${memberRefSql('gc')} AS created_by, ${instantSql('g.created_at')} AS created_at,
  ${instantSql('g.revoked_at')} AS revoked_at, CASE WHEN gr.id IS NOT NULL THEN ${memberRefSql('gr')} END AS revoked_by, g.version`;
const fields = {
  startsAt: { sql: 'g.starts_at', type: 'timestamptz' },
  endsAt: { sql: 'g.ends_at', type: 'timestamptz' },
} as const;

const FOR_THE_ENGINE = `SELECT g.id, g.from_id AS "fromId", g.to_id AS "toId", g.workflow_keys AS "workflowKeys", g.item_ids AS "itemIds",
  ${instantSql('g.starts_at')} AS "startsAt", ${instantSql('g.ends_at')} AS "endsAt" FROM delegation g`;

export class DelegationRepository {
  /** Those that this member holds and that are not over; the engine judges window and scope. Their givers are still members. */
  heldBy(reader: Reader, memberId: string, now: Date): Promise<Delegation[]> {
    return reader.query<Delegation & Row>(
      `${FOR_THE_ENGINE} JOIN member gf ON gf.workspace_id = g.workspace_id AND gf.id = g.from_id AND gf.deactivated_at IS NULL
       WHERE g.workspace_id = $1 AND g.to_id = $2 AND g.revoked_at IS NULL AND g.ends_at > $3 ORDER BY g.starts_at, g.id`,
      [reader.workspaceId, memberId, now],
    );
  }

  /** All that hold at any time of a window, but for one. */
  within(
    reader: Reader,
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
    except: string | null,
  ): Promise<Delegation[]> {
    return reader.query<Delegation & Row>(
      `${FOR_THE_ENGINE} WHERE g.workspace_id = $1 AND g.revoked_at IS NULL AND g.starts_at < $3 AND g.ends_at > $2 AND ($4::uuid IS NULL OR g.id <> $4)`,
      [reader.workspaceId, startsAt, endsAt, except],
    );
  }

  /** The newest first. `of`: only what this member gave, holds or arranged. */
  list(reader: Reader, query: DelegationListQuery, of: string | null, now: Date): Promise<ListedPage<DelegationRow>> {
    const all = new Conditions([reader.workspaceId]).add('g.workspace_id = $1');
    all.where(of ?? undefined, (p) => `(g.from_id = ${p} OR g.to_id = ${p} OR g.created_by = ${p})`);
    all.where(query.member, (p) => `(g.from_id = ${p} OR g.to_id = ${p})`);
    if (query.state) all.add(stateSql(query.state, all.parameter(now)));
    const list = { columns: COLUMNS, from: FROM, where: all.sql, values: all.values, id: 'g.id', fields };
    return readList<DelegationRow>(
      reader,
      { ...list, fallback: '-startsAt', changedAt: 'greatest(g.created_at, g.changed_at, g.revoked_at)' },
      query,
    );
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<DelegationRow> {
    const row = await reader.one<DelegationRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE g.workspace_id = $1 AND g.id = $2`,
      [reader.workspaceId, id],
    );
    if (!row) throw new DomainError('not_found', { detail: 'No such delegation' });
    return row;
  }

  async insert(tx: Transaction, made: NewDelegation): Promise<void> {
    await tx.query(
      `INSERT INTO delegation (workspace_id, id, from_id, to_id, workflow_keys, item_ids, starts_at, ends_at, reason, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.workspaceId,
        made.id,
        made.fromId,
        made.toId,
        made.workflowKeys,
        made.itemIds,
        made.startsAt,
        made.endsAt,
        made.reason,
        made.createdBy,
        made.createdAt,
      ],
    );
  }

  /** False when another change was faster, or it was revoked. */
  async change(
    tx: Transaction,
    id: string,
    version: number,
    to: DelegationScope & { startsAt: Date; endsAt: Date; reason: string | null },
    at: Date,
  ): Promise<boolean> {
    const changed = await tx.affect(
      `UPDATE delegation g SET workflow_keys = $4, item_ids = $5, starts_at = $6, ends_at = $7, reason = $8, changed_at = $9, version = g.version + 1
       WHERE g.workspace_id = $1 AND g.id = $2 AND g.version = $3 AND g.revoked_at IS NULL`,
      [tx.workspaceId, id, version, to.workflowKeys, to.itemIds, to.startsAt, to.endsAt, to.reason, at],
    );
    return changed === 1;
  }

  /** False when it was revoked or over before. */
  async revoke(tx: Transaction, id: string, by: string, at: Date): Promise<boolean> {
    const revoked = await tx.affect(
      `UPDATE delegation g SET revoked_at = $3, revoked_by = $4, version = g.version + 1 WHERE g.workspace_id = $1 AND g.id = $2 AND g.revoked_at IS NULL AND g.ends_at > $3`,
      [tx.workspaceId, id, at, by],
    );
    return revoked === 1;
  }
}

function stateSql(state: NonNullable<DelegationListQuery['state']>, now: string): string {
  switch (state) {
    case 'revoked':
      return `(g.revoked_at IS NOT NULL AND ${now}::timestamptz IS NOT NULL)`;
    case 'planned':
      return `(g.revoked_at IS NULL AND g.starts_at > ${now}::timestamptz)`;
    case 'active':
      return `(g.revoked_at IS NULL AND g.starts_at <= ${now}::timestamptz AND g.ends_at > ${now}::timestamptz)`;
    case 'ended':
      return `(g.revoked_at IS NULL AND g.ends_at <= ${now}::timestamptz)`;
  }
}
