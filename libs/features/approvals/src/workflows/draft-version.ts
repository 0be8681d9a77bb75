import { Injectable } from '@nestjs/common';
import type { WorkflowDrafting, WorkflowVersionView } from '@uptake/contracts';
import { DomainError, definitionHash } from '@uptake/domain';
import { WorkflowVersionRepository, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { sha256 } from '../runs/apply-command.js';
import { ChangeWorkflow } from './change-workflow.js';
import { ShowWorkflow } from './show-workflow.js';

@Injectable()
export class DraftVersion {
  constructor(
    private readonly versions: WorkflowVersionRepository,
    private readonly change: ChangeWorkflow,
    private readonly show: ShowWorkflow,
  ) {}

  /** Begins a draft as the version named, else the published one, else the newest. Throws `not_found`, `forbidden`. */
  async execute(scope: WorkspaceScope, workflowId: string, { from }: WorkflowDrafting): Promise<WorkflowVersionView> {
    const { actorId, at } = scope.actor;
    const number = await this.change.execute(
      scope,
      workflowId,
      { action: 'workflows.change' },
      async (tx, { published_number: basedOn }) => {
        const versions = await this.versions.ofWorkflow(tx, workflowId);
        const template = versions.find((one) => (from === undefined ? one.state === 'published' : one.number === from));
        const { definition } = template ?? (from === undefined ? (versions[0] ?? none()) : none());
        const id = newId(at);
        const hash = definitionHash(definition as never, sha256);
        const made = { id, workflowId, basedOn, definition, hash, by: actorId, at };
        const result = await this.versions.insertDraft(tx, made);
        const data = { versionId: id, number: result, hash, from: template?.number ?? null };
        return { entries: [{ type: 'workflow.drafted', data }], result };
      },
    );
    return this.show.version(scope, workflowId, number);
  }
}

function none(): never {
  throw new DomainError('not_found', { detail: 'No such version of this workflow' });
}
