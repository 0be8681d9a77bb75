import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { SessionRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class RevokeSession {
  constructor(private readonly sessions: SessionRepository) {}

  /** Holds from the next request on; `not_found` for a session that is not one's own or over already. */
  async execute(scope: Scope, id: string): Promise<void> {
    if (!(await scope.transaction((tx) => this.sessions.revoke(tx, scope.user.id, id, scope.now()))))
      throw new DomainError('not_found', { detail: 'No such session' });
  }
}
