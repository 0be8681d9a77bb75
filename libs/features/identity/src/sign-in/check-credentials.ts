import { Injectable } from '@nestjs/common';
import type { Credentials } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { Database, SignInRepository } from '@uptake/persistence';
import { CredentialCheck, Passwords } from '@uptake/platform';
import { nobody } from './nobody.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Whoever asks learns only right or wrong: an unknown address, a wrong password and a disabled account answer alike, after the same work. */
@Injectable()
export class CheckCredentials extends CredentialCheck {
  constructor(
    private readonly database: Database,
    private readonly signIns: SignInRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {
    super();
  }

  /** `network` is the caller's IP address. The user's id; throws `invalid_credentials` or `too_many_requests`. */
  async check({ email, password }: Credentials, network: string): Promise<string> {
    await this.throttle.admit(email, network);
    const subject = await this.signIns.subject(this.database.reader(nobody), email);
    if (!(await this.passwords.matches(subject?.passwordHash, password)) || !subject) {
      throw new DomainError('invalid_credentials', { detail: 'The address or the password is wrong' });
    }
    await this.throttle.clear(email, network);
    return subject.userId;
  }
}
