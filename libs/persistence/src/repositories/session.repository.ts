import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface SessionRow {
  id: string;
  created_at: Date;
  last_seen_at: Date;
  user_agent: string;
}

/** Open as `enter` understands it: not revoked, not past its end, used within twelve hours. */
const OPEN = `s.revoked_at IS NULL AND s.expires_at > $2 AND s.last_seen_at > $2::timestamptz - interval '12 hours'`;

export class SessionRepository {
  /** The person's open sessions, the latest used first. */
  list(reader: Reader, userId: string, at: Date): Promise<SessionRow[]> {
    return reader.query<SessionRow>(
      `SELECT s.id, s.created_at, s.last_seen_at, s.user_agent FROM session s WHERE s.user_id = $1 AND ${OPEN} ORDER BY s.last_seen_at DESC, s.id`,
      [userId, at],
    );
  }

  /** False when it is not an open session of this person. */
  async revoke(tx: Transaction, userId: string, id: string, at: Date): Promise<boolean> {
    return (
      (await tx.affect(`UPDATE session s SET revoked_at = $2 WHERE s.user_id = $1 AND s.id = $3 AND ${OPEN}`, [
        userId,
        at,
        id,
      ])) === 1
    );
  }

  /** Every session of this person but the one they are using; null keeps none. */
  async revokeOthers(tx: Transaction, userId: string, keptId: string | null, at: Date): Promise<void> {
    await tx.query(
      `UPDATE session s SET revoked_at = $2 WHERE s.user_id = $1 AND s.revoked_at IS NULL AND s.id IS DISTINCT FROM $3`,
      [userId, at, keptId],
    );
  }
}
