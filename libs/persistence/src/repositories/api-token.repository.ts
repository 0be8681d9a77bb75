import type { ListQuery } from '@uptake/contracts';
import { IsNull } from 'typeorm';
import { ApiTokenEntity } from '../entities/index.js';
import type { ListedPage } from '../paging/list-sql.js';
import { readList } from '../paging/read-list.js';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface ApiTokenRow {
  id: string;
  name: string;
  hint: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
}

const COLUMNS = `t.id, t.name, t.hint, t.created_at, t.last_used_at, t.expires_at`;

const sortable = {
  createdAt: { sql: 't.created_at', type: 'timestamptz' },
  name: { sql: 't.name', type: 'text' },
} as const;

export class ApiTokenRepository {
  /** The person's usable tokens, the newest first. */
  list(reader: Reader, userId: string, at: Date, query: ListQuery): Promise<ListedPage<ApiTokenRow>> {
    const where = 't.user_id = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)';
    const list = {
      columns: COLUMNS,
      from: 'api_token t',
      where,
      values: [userId, at],
      id: 't.id',
      fields: sortable,
      fallback: '-createdAt',
      changedAt: 't.created_at',
    };
    return readList(reader, list, query);
  }

  async insert(
    tx: Transaction,
    token: {
      id: string;
      userId: string;
      name: string;
      tokenHash: Buffer;
      hint: string;
      at: Date;
      expiresAt: Date | null;
    },
  ): Promise<ApiTokenRow> {
    const [row] = await tx.query<ApiTokenRow>(
      `INSERT INTO api_token AS t (id, user_id, name, token_hash, hint, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
      [token.id, token.userId, token.name, token.tokenHash, token.hint, token.at, token.expiresAt],
    );
    if (!row) throw new Error('The database returned no row of the token it inserted');
    return row;
  }

  /** False when it is not a live token of this person. */
  async revoke(tx: Transaction, userId: string, id: string, at: Date): Promise<boolean> {
    return (
      (await (await tx.entities()).update(ApiTokenEntity, { userId, id, revokedAt: IsNull() }, { revokedAt: at }))
        .affected === 1
    );
  }
}
