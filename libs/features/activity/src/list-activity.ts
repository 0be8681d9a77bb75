import { Injectable } from '@nestjs/common';
import type { ActivityListQuery } from '@uptake/contracts';
import { ActivityRepository, type ActivityRow, type ListedPage } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListActivity {
  constructor(private readonly activity: ActivityRepository) {}

  /** What happened to an item, newest first. Throws `not_found`, for one the reader may not see too. */
  execute(scope: WorkspaceScope, itemId: string, query: ActivityListQuery): Promise<ListedPage<ActivityRow>> {
    return this.activity.ofItem(scope.read, itemId, query);
  }
}
