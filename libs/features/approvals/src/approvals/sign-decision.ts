import { Injectable } from '@nestjs/common';
import type { DecisionInput } from '@uptake/contracts';
import { type DecideCommand, DomainError } from '@uptake/domain';
import { CredentialCheck, type WorkspaceScope } from '@uptake/platform';

@Injectable()
export class SignDecision {
  constructor(private readonly credentials: CredentialCheck) {}

  /**
   * Proves in this very request that it is the signed-in person who decides; null where no signature came. A wrong password is
   * `signature_invalid` and counts as a failed sign-in, so that a session left open is no way to guess it (`too_many_requests`);
   * a personal token signs nothing (`not_eligible`), for it proves a program and not its person. `network` is the caller's address.
   */
  async execute(
    scope: WorkspaceScope,
    signature: DecisionInput['signature'],
    network: string,
  ): Promise<DecideCommand['signature']> {
    if (!signature) return null;
    if (scope.entry?.via !== 'session') throw new DomainError('not_eligible', { detail: 'token_cannot_sign' });
    const { email, id } = scope.user;
    if ((await this.check(email, signature.password, network)) !== id) throw wrongPassword();
    return { name: scope.member.name, method: 'password' };
  }

  private async check(email: string, password: string, network: string): Promise<string> {
    try {
      return await this.credentials.check({ email, password }, network);
    } catch (error) {
      throw error instanceof DomainError && error.code === 'invalid_credentials' ? wrongPassword() : error;
    }
  }
}

const wrongPassword = () =>
  new DomainError('signature_invalid', {
    detail: 'The password is wrong',
    errors: [{ path: 'signature.password', code: 'signature_invalid', message: 'The password is wrong' }],
  });
