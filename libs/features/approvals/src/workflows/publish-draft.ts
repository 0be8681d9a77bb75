import { Injectable } from '@nestjs/common';
import type { WorkflowDefinition, WorkflowPublication, WorkflowVersionView } from '@uptake/contracts';
import { DomainError, publishVersion } from '@uptake/domain';
import {
  type Transaction,
  WorkflowRepository,
  type WorkflowRow,
  type WorkflowVersionRow,
  WorkflowVersionRepository,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { sha256 } from '../runs/apply-command.js';
import { withCurrent } from '../runs/with-current.js';
import { ChangeWorkflow, type WorkflowEntry } from './change-workflow.js';
import { ShowWorkflow } from './show-workflow.js';
import { unfinishedDraft } from './unfinished-draft.js';

@Injectable()
export class PublishDraft {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly versions: WorkflowVersionRepository,
    private readonly change: ChangeWorkflow,
    private readonly show: ShowWorkflow,
  ) {}

  /**
   * From now on new submissions are judged by this version, and the one before is retired; runs under way stay on theirs (invariants
   * 26 to 28). Two at once: the workflow is held, and whoever comes second finds the draft published, or another version in the place
   * of the one theirs was begun from. `version_conflict` and `invalid_state` carry the version as it stands; `invalid_input` names
   * what keeps it from being published.
   */
  async execute(
    scope: WorkspaceScope,
    workflowId: string,
    number: number,
    input: WorkflowPublication,
  ): Promise<WorkflowVersionView> {
    const work = () =>
      this.change.execute(
        scope,
        workflowId,
        { action: 'workflows.change', concernsRuns: true },
        async (tx, workflow) => {
          const draft = await this.versions.get(tx, workflowId, number);
          requireCurrent(workflow, draft, input);
          return { entries: await this.publish(tx, scope, workflow, draft, input.note), result: undefined };
        },
      );
    await withCurrent<void>(work, ['version_conflict', 'invalid_state'], () =>
      this.show.version(scope, workflowId, number),
    );
    return this.show.version(scope, workflowId, number);
  }

  private async publish(
    tx: Transaction,
    scope: WorkspaceScope,
    workflow: WorkflowRow,
    draft: WorkflowVersionRow,
    note: string,
  ): Promise<WorkflowEntry[]> {
    const { actorId: by, at } = scope.actor;
    const { id, number } = draft;
    const hash = await this.judge(tx, draft);
    const before = workflow.published_number;
    if (before !== null) await this.versions.retire(tx, workflow.id, before, at);
    await this.versions.publish(tx, id, { hash, note, by, at });
    await this.workflows.rename(tx, workflow.id, draft.definition.name);
    const isChosen = await this.workflows.chooseInPlace(tx, tx.workspaceId, workflow);
    const { key, subject } = workflow;
    return [
      ...(before === null ? [] : [{ type: 'workflow.retired' as const, data: { number: before, replacedBy: number } }]),
      {
        type: 'workflow.published',
        data: { key, versionId: id, number, hash, replaces: before },
        personal: { note },
      },
      ...(isChosen ? [{ type: 'workflow.chosen' as const, data: { subject, before: null } }] : []),
    ];
  }

  private async judge(tx: Transaction, draft: WorkflowVersionRow): Promise<string> {
    const problems = await this.show.problems(tx, draft);
    if (problems.length === 0) {
      const { id, number, definition } = draft;
      const published = publishVersion({ id, number, definition: definition as WorkflowDefinition }, sha256);
      if (published.ok) return published.version.hash;
      throw new Error(`A draft without problems cannot be published: ${JSON.stringify(published.problems)}`);
    }
    throw unfinishedDraft('This draft cannot be published yet', problems);
  }
}

/** Whoever publishes has seen this draft, beside the version that it takes the place of. */
function requireCurrent(workflow: WorkflowRow, draft: WorkflowVersionRow, input: WorkflowPublication): void {
  if (draft.state !== 'draft') throw new DomainError('invalid_state', { detail: 'This version was published already' });
  if (input.version !== undefined && input.version !== draft.version) {
    throw new DomainError('version_conflict', { detail: 'Somebody changed this draft meanwhile' });
  }
  const replaces = input.replaces === undefined ? draft.based_on : input.replaces;
  if (replaces !== workflow.published_number) {
    throw new DomainError('version_conflict', {
      detail: `Version ${workflow.published_number ?? 'none'} is published by now: compare the two before yours takes its place`,
    });
  }
}
