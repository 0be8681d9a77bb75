import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { SessionRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class SignOut {
  constructor(private readonly sessions: SessionRepository) {}

  /** Ends the session one is in; `invalid_state` for a personal token, which ends by being deleted. */
  async execute(scope: Scope): Promise<void> {
    const { entry } = scope;
    if (entry?.via !== 'session')
      throw new DomainError('invalid_state', { detail: 'You came by a personal token: delete it to end it' });
    await scope.transaction((tx) => this.sessions.revoke(tx, scope.user.id, entry.id, scope.now()));
  }
}
