import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { SessionRepository, SignInRepository } from '@uptake/persistence';
import { CredentialCheck, Passwords, type Scope } from '@uptake/platform';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly credentials: CredentialCheck,
    private readonly passwords: Passwords,
    private readonly signIns: SignInRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Ends every other session: whoever knew the old password is out. A wrong current password counts as a failed sign-in. */
  async execute(scope: Scope, input: PasswordChange, network: string): Promise<void> {
    if ((await this.credentials.check({ email: scope.user.email, password: input.current }, network)) !== scope.user.id)
      throw new DomainError('invalid_credentials');
    const passwordHash = await this.passwords.hash(input.password);
    await scope.transaction(async (tx) => {
      await this.signIns.setPassword(tx, passwordHash);
      await this.sessions.revokeOthers(
        tx,
        scope.user.id,
        scope.entry?.via === 'session' ? scope.entry.id : null,
        scope.now(),
      );
    });
  }
}
