import { Injectable } from '@nestjs/common';
import type { ItemKind, ListQuery, Page, Submission } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { ItemRepository, SubmissionRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ShowSubmissions } from './show-submissions.js';

@Injectable()
export class ReadSubmissions {
  constructor(
    private readonly items: ItemRepository,
    private readonly submissions: SubmissionRepository,
    private readonly show: ShowSubmissions,
  ) {}

  one(scope: WorkspaceScope, id: string): Promise<Submission> {
    return this.show.one(scope, id);
  }

  /** Every revision on an item, newest first. Throws `not_found`. */
  async ofItem(scope: WorkspaceScope, kind: ItemKind, itemId: string, query: ListQuery): Promise<Page<Submission>> {
    if ((await this.items.get(scope.read, itemId)).kind !== kind) throw new DomainError('not_found');
    const { rows, nextCursor } = await this.submissions.ofItem(scope.read, itemId, scope.member.memberId, query);
    const { submissions: items } = await this.show.several(scope, rows);
    return {
      items,
      nextCursor,
      ...(query.count ? { total: await this.submissions.countOfItem(scope.read, itemId, query.updatedSince) } : {}),
    };
  }
}
