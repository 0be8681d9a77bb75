import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { Database, SignInRepository } from '@uptake/persistence';
import { Clock, ENVIRONMENT, type Environment } from '@uptake/platform';
import { networkOf } from './network-of.js';
import { nobody } from './nobody.js';

/** Tries in fifteen minutes. A network may be an office of many people, so it gets more than one address. */
const allowed = { address: 10, network: 100 } as const;

/**
 * Tries are counted before the password is looked at, in one statement each: a hundred at once get no more looks than a
 * hundred in a row. The keys are hashes under APP_SECRET, so that the table names nobody.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly database: Database,
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Throws `too_many_requests` with the seconds to wait; a refused try does not lengthen the wait. */
  async admit(email: string, network: string): Promise<void> {
    const at = this.clock.now();
    const reader = this.database.reader(nobody);
    const keys = this.keysOf(email, network);
    refuse(
      at,
      await Promise.all([
        this.signIns.blockedUntil(reader, keys.address, at),
        this.signIns.blockedUntil(reader, keys.network, at),
      ]),
    );
    refuse(
      at,
      await Promise.all([
        this.signIns.count(reader, keys.address, at, allowed.address),
        this.signIns.count(reader, keys.network, at, allowed.network),
      ]),
    );
  }

  /** The try was right: the address starts anew, and its network is not blamed for it. */
  async clear(email: string, network: string): Promise<void> {
    const reader = this.database.reader(nobody);
    const keys = this.keysOf(email, network);
    await Promise.all([this.signIns.forget(reader, keys.address), this.signIns.excuse(reader, keys.network)]);
  }

  private keysOf(email: string, network: string) {
    const keyed = (what: string) =>
      createHmac('sha256', this.environment.APP_SECRET).update(`sign-in:${what}`).digest();
    return { address: keyed(`address:${email}`), network: keyed(`network:${networkOf(network)}`) };
  }
}

function refuse(at: Date, blocks: ReadonlyArray<Date | null>): void {
  const until = Math.max(...blocks.map((block) => block?.getTime() ?? 0));
  if (until > at.getTime())
    throw new DomainError('too_many_requests', {
      detail: 'Too many sign-ins failed: wait, then try again',
      retryAfter: Math.ceil((until - at.getTime()) / 1000),
    });
}
