import { Injectable } from '@nestjs/common';
import type { WorkflowSummary } from '@uptake/contracts';
import { WorkflowRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

@Injectable()
export class ListWorkflows {
  constructor(private readonly workflows: WorkflowRepository) {}

  async execute(scope: WorkspaceScope): Promise<WorkflowSummary[]> {
    return (await this.workflows.list(scope.read)).map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name as Record<string, string>,
      subject: row.subject,
      publishedVersion: row.published_number,
      publishedAt: row.published_at,
      hash: row.hash,
    }));
  }
}
