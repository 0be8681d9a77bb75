import { Injectable } from '@nestjs/common';
import { ApiTokenRepository, type ApiTokenRow } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class ListTokens {
  constructor(private readonly tokens: ApiTokenRepository) {}

  execute(scope: Scope): Promise<ApiTokenRow[]> {
    return this.tokens.list(scope.read, scope.user.id, scope.now());
  }
}
