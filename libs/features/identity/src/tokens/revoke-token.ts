import { Injectable } from '@nestjs/common';
import { DomainError } from '@uptake/domain';
import { ApiTokenRepository } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class RevokeToken {
  constructor(private readonly tokens: ApiTokenRepository) {}

  /** Holds from the next request on; `not_found` for a token that is not one's own or gone already. */
  async execute(scope: Scope, id: string): Promise<void> {
    if (!(await scope.transaction((tx) => this.tokens.revoke(tx, scope.user.id, id, scope.now()))))
      throw new DomainError('not_found', { detail: 'No such token' });
  }
}
