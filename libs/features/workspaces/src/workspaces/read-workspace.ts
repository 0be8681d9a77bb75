import { Injectable } from '@nestjs/common';
import { WorkspaceRepository, type WorkspaceRow } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ReadWorkspace {
  constructor(private readonly workspaces: WorkspaceRepository) {}

  execute(scope: WorkspaceScope): Promise<WorkspaceRow> {
    return this.workspaces.get(scope.read);
  }
}
