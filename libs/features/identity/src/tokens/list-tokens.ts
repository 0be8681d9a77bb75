import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@uptake/contracts';
import { ApiTokenRepository, type ApiTokenRow, type ListedPage } from '@uptake/persistence';
import type { Scope } from '@uptake/platform';

@Injectable()
export class ListTokens {
  constructor(private readonly tokens: ApiTokenRepository) {}

  execute(scope: Scope, query: ListQuery): Promise<ListedPage<ApiTokenRow>> {
    return this.tokens.list(scope.read, scope.user.id, scope.now(), query);
  }
}
