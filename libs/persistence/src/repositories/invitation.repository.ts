import type { ListQuery, Role } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { IsNull, MoreThan } from 'typeorm';
import { InvitationEntity } from '../entities/index.js';
import type { ListedPage } from '../paging/list-sql.js';
import { readList } from '../paging/read-list.js';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface InvitationRow {
  id: string;
  email: string;
  roles: Role[];
  invited_by: string;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
}
export interface OpenInvitation {
  workspace_id: string;
  invitation_id: string;
  email: string;
  roles: Role[];
  workspace_slug: string;
  workspace_name: string;
  /** The person of that address, when there is an account. */
  user_id: string | null;
}

const COLUMNS = `i.id, i.email, i.roles, m.name AS invited_by, i.created_at, i.expires_at, i.accepted_at, i.revoked_at`;
const FROM = `invitation i JOIN member m ON m.workspace_id = i.workspace_id AND m.id = i.invited_by`;
const sortable = {
  createdAt: { sql: 'i.created_at', type: 'timestamptz' },
  email: { sql: 'i.email', type: 'text' },
  expiresAt: { sql: 'i.expires_at', type: 'timestamptz' },
} as const;

export class InvitationRepository {
  /** The newest first. */
  list(reader: Reader, query: ListQuery): Promise<ListedPage<InvitationRow>> {
    const list = {
      columns: COLUMNS,
      from: FROM,
      where: 'i.workspace_id = $1',
      values: [reader.workspaceId],
      id: 'i.id',
      fields: sortable,
      fallback: '-createdAt',
    };
    return readList(reader, { ...list, changedAt: 'greatest(i.created_at, i.accepted_at, i.revoked_at)' }, query);
  }

  /** Throws `not_found`. */
  async get(reader: Reader, id: string): Promise<InvitationRow> {
    const row = await reader.one<InvitationRow>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE i.workspace_id = $1 AND i.id = $2`,
      [reader.workspaceId, id],
    );
    if (!row) throw new DomainError('not_found', { detail: 'No such invitation' });
    return row;
  }

  /** False when the address has an open invitation; one that has expired makes room. */
  async insert(
    tx: Transaction,
    invitation: {
      id: string;
      email: string;
      roles: readonly Role[];
      tokenHash: Buffer;
      invitedBy: string;
      at: Date;
      expiresAt: Date;
    },
  ): Promise<boolean> {
    await tx.query(
      `UPDATE invitation SET revoked_at = $3 WHERE workspace_id = $1 AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= $3`,
      [tx.workspaceId, invitation.email, invitation.at],
    );
    const sql = `
      INSERT INTO invitation (workspace_id, id, email, roles, token_hash, invited_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (workspace_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO NOTHING`;
    return (
      (await tx.affect(sql, [
        tx.workspaceId,
        invitation.id,
        invitation.email,
        invitation.roles,
        invitation.tokenHash,
        invitation.invitedBy,
        invitation.at,
        invitation.expiresAt,
      ])) === 1
    );
  }

  /** False when it is not open any more. */
  async revoke(tx: Transaction, id: string, at: Date): Promise<boolean> {
    const open = { workspaceId: tx.workspaceId, id, acceptedAt: IsNull(), revokedAt: IsNull() };
    return (await (await tx.entities()).update(InvitationEntity, open, { revokedAt: at })).affected === 1;
  }

  /** False when it is not open any more: of two uses of one link at once, one wins. */
  async accept(tx: Transaction, id: string, at: Date): Promise<boolean> {
    const open = {
      workspaceId: tx.workspaceId,
      id,
      acceptedAt: IsNull(),
      revokedAt: IsNull(),
      expiresAt: MoreThan(at),
    };
    return (await (await tx.entities()).update(InvitationEntity, open, { acceptedAt: at })).affected === 1;
  }

  /** The open invitation behind a link, asked from outside any workspace. */
  byToken(reader: Reader, tokenHash: Buffer, at: Date): Promise<OpenInvitation | undefined> {
    return reader.one<OpenInvitation & Record<string, unknown>>(`SELECT * FROM invitation_by_token($1, $2)`, [
      tokenHash,
      at,
    ]);
  }
}
