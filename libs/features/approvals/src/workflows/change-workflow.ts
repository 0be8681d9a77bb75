import { Injectable } from '@nestjs/common';
import type { Action, EventType } from '@uptake/contracts';
import {
  EligibilityRepository,
  type Transaction,
  WorkflowRepository,
  type WorkflowRow,
  journal,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { partsIn } from './workflow.presenter.js';

export interface WorkflowEntry {
  type: EventType;
  data?: Record<string, unknown>;
  personal?: Record<string, unknown>;
}

/** What every change of a workflow has in common: one transaction, the workflow held, the right to it, its entries in the journal. */
@Injectable()
export class ChangeWorkflow {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly eligibility: EligibilityRepository,
  ) {}

  /**
   * `concernsRuns`: waits for the submissions and decisions that are under way, and lets those that come after see the workflow as
   * this leaves it, so that nothing starts under a version that is being retired. Throws `not_found`, `forbidden` and what `work` does.
   */
  async execute<T>(
    scope: WorkspaceScope,
    id: string,
    { action, concernsRuns = false }: { action: Action; concernsRuns?: boolean },
    work: (tx: Transaction, workflow: WorkflowRow) => Promise<{ entries: WorkflowEntry[]; result: T }>,
  ): Promise<T> {
    return scope.transaction(async (tx) => {
      if (concernsRuns) await this.eligibility.changePeople(tx);
      const workflow = await this.workflows.lock(tx, id);
      scope.demand(action, partsIn(scope, workflow));
      const { entries, result } = await work(tx, workflow);
      await journal(
        tx,
        entries.map((entry) => ({ ...scope.actor, subject: { kind: 'workflow', id }, ...entry })),
      );
      return result;
    });
  }
}
