import { DomainError } from '@uptake/domain';
import type { Reader, Transaction } from '../tenancy/transaction.js';

export interface UserRow {
  id: string;
  email: string;
  name: string;
  language: string;
  time_zone: string;
}

/** A person's own account; row security shows one no other's. */
export class UserRepository {
  async get(reader: Reader, id: string): Promise<UserRow> {
    const row = await reader.one<UserRow>(
      `SELECT u.id, u.email, u.name, u.language, u.time_zone FROM app_user u WHERE u.id = $1`,
      [id],
    );
    if (!row) throw new DomainError('not_found');
    return row;
  }

  async update(tx: Transaction, id: string, to: { name: string; language: string; timeZone: string }): Promise<void> {
    await tx.query(`UPDATE app_user SET name = $2, language = $3, time_zone = $4 WHERE id = $1`, [
      id,
      to.name,
      to.language,
      to.timeZone,
    ]);
  }
}
