import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SignInRepository, type Transaction, newId } from '@uptake/persistence';
import { type Browser, Clock, ENVIRONMENT, type Environment, csrfTokenFor, hashSecret } from '@uptake/platform';

/** A session ends a week after its sign-in, however busy; the database ends one that nobody uses for twelve hours. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;

export interface OpenedSession {
  csrfToken: string;
  /** For the cookie alone; the database keeps its hash. */
  secret: string;
  expiresAt: Date;
}

@Injectable()
export class OpenSession {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Opens a session and ends the one whose cookie came along: nobody can have laid a session under the one who signs in. */
  async execute(tx: Transaction, userId: string, browser: Browser): Promise<OpenedSession> {
    const at = this.clock.now();
    const earlier = browser.sessionSecret(this.environment.PUBLIC_URL);
    if (earlier) await this.signIns.closeSession(tx, hashSecret(earlier), at);
    const id = newId(at);
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(at.getTime() + LONGEST_MS);
    await this.signIns.openSession(tx, {
      id,
      userId,
      tokenHash: hashSecret(secret),
      userAgent: browser.userAgent,
      at,
      expiresAt,
    });
    return { csrfToken: csrfTokenFor(id, this.environment.APP_SECRET), secret, expiresAt };
  }
}
