import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface NewSession {
  id: string;
  userId: string;
  tokenHash: Buffer;
  userAgent: string;
  at: Date;
  expiresAt: Date;
}

/** What is asked before anybody is signed in: through the sign-in functions alone, for no table is open then. */
export class SignInRepository {
  async subject(reader: Reader, email: string): Promise<{ userId: string; passwordHash: string | null } | undefined> {
    const row = await reader.one<{ user_id: string; password_hash: string | null }>(
      `SELECT user_id, password_hash FROM sign_in_subject($1)`,
      [email],
    );
    return row && { userId: row.user_id, passwordHash: row.password_hash };
  }

  async openSession(tx: Transaction, session: NewSession): Promise<void> {
    await tx.query(`SELECT open_session($1, $2, $3, $4, $5, $6)`, [
      session.id,
      session.userId,
      session.tokenHash,
      session.userAgent,
      session.at,
      session.expiresAt,
    ]);
  }

  async closeSession(tx: Transaction, tokenHash: Buffer, at: Date): Promise<void> {
    await tx.query(`SELECT close_session($1, $2)`, [tokenHash, at]);
  }

  /** Until when the key is refused, or null. */
  async blockedUntil(reader: Reader, key: Buffer, at: Date): Promise<Date | null> {
    return (
      (await reader.one<{ until: Date | null }>(`SELECT sign_in_blocked_until($1, $2) AS until`, [key, at]))?.until ??
      null
    );
  }

  /** Counts one try of the key; the first one past `allowed` in fifteen minutes blocks it. Until when it is refused, or null. */
  async count(reader: Reader, key: Buffer, at: Date, allowed: number): Promise<Date | null> {
    const until = (
      await reader.one<{ until: Date | null }>(`SELECT note_sign_in_failure($1, $2, $3) AS until`, [
        key,
        at,
        allowed + 1,
      ])
    )?.until;
    return until && until > at ? until : null;
  }

  async forget(reader: Reader, key: Buffer): Promise<void> {
    await reader.query(`SELECT forget_sign_in_failures($1)`, [key]);
  }

  /** Takes one counted try back: it turned out to be none. */
  async excuse(reader: Reader, key: Buffer): Promise<void> {
    await reader.query(`SELECT excuse_sign_in_failure($1)`, [key]);
  }

  /** The new account's id, or undefined when the address has a password already: nothing of it changes then. */
  async register(
    reader: Reader,
    user: {
      id: string;
      email: string;
      name: string;
      passwordHash: string;
      language: string;
      timeZone: string;
      at: Date;
    },
  ): Promise<string | undefined> {
    const row = await reader.one<{ id: string | null }>(`SELECT register_user($1, $2, $3, $4, $5, $6, $7) AS id`, [
      user.id,
      user.email,
      user.name,
      user.passwordHash,
      user.language,
      user.timeZone,
      user.at,
    ]);
    return row?.id ?? undefined;
  }

  /** Of the person in whose context the transaction runs. */
  async setPassword(tx: Transaction, passwordHash: string): Promise<void> {
    await tx.query(`SELECT set_password($1)`, [passwordHash]);
  }
}
