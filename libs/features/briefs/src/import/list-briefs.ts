import { Injectable } from '@nestjs/common';
import type { BriefSummary, ListQuery, Page } from '@uptake/contracts';
import { BriefRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListBriefs {
  constructor(private readonly briefs: BriefRepository) {}

  execute(scope: WorkspaceScope, query: ListQuery): Promise<Page<BriefSummary>> {
    return this.briefs.list(scope.read, query);
  }
}
