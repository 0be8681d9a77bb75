import { Injectable } from '@nestjs/common';
import type { WorkflowDraftChange, WorkflowVersionView } from '@uptake/contracts';
import { DomainError, definitionHash } from '@uptake/domain';
import { type WorkflowRow, WorkflowVersionRepository } from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { sha256 } from '../runs/apply-command.js';
import { withCurrent } from '../runs/with-current.js';
import { ChangeWorkflow } from './change-workflow.js';
import { ShowWorkflow } from './show-workflow.js';

/** Drafts are changed and thrown away; what was published is neither (invariant 26). */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly versions: WorkflowVersionRepository,
    private readonly change: ChangeWorkflow,
    private readonly show: ShowWorkflow,
  ) {}

  /**
   * Stores the draft as the designer has it, unfinished too, and answers what keeps it from being published. `version_conflict` where
   * another change came first, `invalid_state` where it is no draft any more, both with the version as it stands.
   */
  async save(
    scope: WorkspaceScope,
    workflowId: string,
    number: number,
    { version, definition }: WorkflowDraftChange,
  ): Promise<WorkflowVersionView> {
    await this.withCurrent(scope, workflowId, number, () =>
      this.change.execute(scope, workflowId, { action: 'workflows.change' }, async (tx, workflow) => {
        requireSameWorkflow(workflow, definition);
        const draft = await this.draft(tx, workflowId, number);
        const hash = definitionHash(definition as never, sha256);
        const to = { definition, hash, by: scope.actor.actorId, at: scope.actor.at };
        if (!(await this.versions.changeDraft(tx, draft.id, version, to))) {
          throw new DomainError('version_conflict', { detail: 'Somebody changed this draft meanwhile' });
        }
        const data = { versionId: draft.id, number, version: version + 1, hash };
        return { entries: [{ type: 'workflow.changed', data }], result: undefined };
      }),
    );
    return this.show.version(scope, workflowId, number);
  }

  /** Throws the draft away. `invalid_state` with the version as it stands where it is none. */
  async discard(scope: WorkspaceScope, workflowId: string, number: number): Promise<void> {
    await this.withCurrent(scope, workflowId, number, () =>
      this.change.execute(scope, workflowId, { action: 'workflows.change' }, async (tx) => {
        const { id, hash } = await this.draft(tx, workflowId, number);
        await this.versions.discardDraft(tx, id);
        return { entries: [{ type: 'workflow.discarded', data: { versionId: id, number, hash } }], result: undefined };
      }),
    );
  }

  private async draft(tx: Parameters<WorkflowVersionRepository['get']>[0], workflowId: string, number: number) {
    const row = await this.versions.get(tx, workflowId, number);
    if (row.state !== 'draft') {
      throw new DomainError('invalid_state', { detail: 'A published version never changes: begin a draft from it' });
    }
    return row;
  }

  private withCurrent(scope: WorkspaceScope, workflowId: string, number: number, work: () => Promise<void>) {
    return withCurrent(work, ['version_conflict', 'invalid_state'], () => this.show.version(scope, workflowId, number));
  }
}

/** Key and kind of submission are the workflow's, not the version's: neither changes under runs that stand by them. */
function requireSameWorkflow({ key, subject }: WorkflowRow, definition: WorkflowDraftChange['definition']): void {
  const wrong = [
    ...(definition.key === key ? [] : ['key']),
    ...(definition.subjects.length === 1 && definition.subjects[0] === subject ? [] : ['subjects']),
  ];
  if (wrong.length === 0) return;
  throw new DomainError('invalid_input', {
    errors: wrong.map((field) => ({
      path: `definition.${field}`,
      code: 'read_only',
      message: `The ${field} of a workflow cannot change: make another workflow`,
    })),
  });
}
