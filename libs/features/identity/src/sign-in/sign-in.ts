import { Injectable } from '@nestjs/common';
import { Database, UserRepository, type UserRow } from '@uptake/persistence';
import type { Browser } from '@uptake/platform';
import { personally } from './nobody.js';
import { OpenSession, type OpenedSession } from './open-session.js';

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly users: UserRepository,
    private readonly openSession: OpenSession,
  ) {}

  /** For a user whose credentials were found right. */
  execute(userId: string, browser: Browser): Promise<{ user: UserRow; session: OpenedSession }> {
    return this.database.transaction(personally(userId), async (tx) => ({
      user: await this.users.get(tx, userId),
      session: await this.openSession.execute(tx, userId, browser),
    }));
  }
}
