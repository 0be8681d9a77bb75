import { Injectable } from '@nestjs/common';
import type { DraftDefinition, Workflow, WorkflowCreation } from '@uptake/contracts';
import { DomainError, definitionHash, emptyDefinition, keyOfName } from '@uptake/domain';
import { type Transaction, WorkflowRepository, WorkflowVersionRepository, journal, newId } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { sha256 } from '../runs/apply-command.js';
import { ShowWorkflow } from './show-workflow.js';

const MOST_OF_ONE_NAME = 100;

@Injectable()
export class CreateWorkflow {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly versions: WorkflowVersionRepository,
    private readonly show: ShowWorkflow,
  ) {}

  /**
   * A workflow with one draft, empty or the copy of another's. Its key follows from its name; a number is added where one has that
   * key, and the unique index decides between two at once. `already_exists` when a hundred have it.
   */
  async execute(scope: WorkspaceScope, input: WorkflowCreation): Promise<Workflow> {
    scope.demand('workflows.create');
    const { actor } = scope;
    const id = newId(actor.at);
    await scope.transaction(async (tx) => {
      const copied = input.copyOf ? await this.templateOf(tx, input.copyOf) : null;
      const key = await this.insert(tx, id, input, actor.at);
      const empty = emptyDefinition(key, input.name, input.subject);
      const definition: DraftDefinition = copied ? { ...empty, stages: copied.stages } : empty;
      const versionId = newId(actor.at);
      const hash = definitionHash(definition as never, sha256);
      const by = actor.actorId;
      const number = await this.versions.insertDraft(tx, {
        id: versionId,
        workflowId: id,
        basedOn: null,
        definition,
        hash,
        by,
        at: actor.at,
      });
      await journal(tx, [
        {
          ...actor,
          type: 'workflow.drafted',
          subject: { kind: 'workflow', id },
          data: { key, versionId, number, hash, copyOf: input.copyOf ?? null },
          personal: { name: input.name },
        },
      ]);
    });
    return this.show.one(scope, id);
  }

  private async templateOf(tx: Transaction, id: string): Promise<DraftDefinition> {
    await this.workflows.get(tx, id);
    const versions = await this.versions.ofWorkflow(tx, id);
    const template = versions.find(({ state }) => state === 'published') ?? versions[0];
    if (!template) throw new DomainError('not_found', { detail: 'This workflow has no version to copy' });
    return template.definition;
  }

  private async insert(tx: Transaction, id: string, { name, subject }: WorkflowCreation, at: Date): Promise<string> {
    for (let taken = 0; taken < MOST_OF_ONE_NAME; taken += 1) {
      const key = keyOfName(name.en, taken);
      if (await this.workflows.insert(tx, tx.workspaceId, { id, key, name, subject, at })) return key;
    }
    throw new DomainError('already_exists', { detail: `Too many workflows are called ${name.en}` });
  }
}
