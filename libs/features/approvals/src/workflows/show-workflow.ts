import { Injectable } from '@nestjs/common';
import type { DraftProblem, Workflow, WorkflowDifference, WorkflowVersionView } from '@uptake/contracts';
import { differenceOf, peopleNamedIn, problemsOfDraft } from '@uptake/domain';
import {
  type Reader,
  WorkflowRepository,
  type WorkflowVersionRow,
  WorkflowVersionRepository,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { presentVersion, presentVersionView, presentWorkflow } from './workflow.presenter.js';

/** Workflows and their versions as everybody in the workspace may read them. All throw `not_found`. */
@Injectable()
export class ShowWorkflow {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly versions: WorkflowVersionRepository,
  ) {}

  async one(scope: WorkspaceScope, id: string): Promise<Workflow> {
    const row = await this.workflows.get(scope.read, id);
    const versions = await this.versions.ofWorkflow(scope.read, id);
    return {
      ...presentWorkflow(scope, row),
      designers: await this.workflows.designers(scope.read, id),
      versions: versions.map((version) => presentVersion(scope, row, version)),
    };
  }

  async version(scope: WorkspaceScope, id: string, number: number): Promise<WorkflowVersionView> {
    const workflow = await this.workflows.get(scope.read, id);
    const row = await this.versions.get(scope.read, id, number);
    return presentVersionView(scope, workflow, row, await this.problems(scope.read, row));
  }

  /** What keeps a draft from being published; what is published has passed already, and is not judged by rules that came later. */
  async problems(reader: Reader, { state, definition }: WorkflowVersionRow): Promise<DraftProblem[]> {
    if (state !== 'draft') return [];
    const named = peopleNamedIn(definition);
    return problemsOfDraft(definition, await this.versions.known(reader, named.memberIds, named.teamIds));
  }

  /** Without `from`: against the version it was begun from, else the one before it; against itself where it is the first. */
  async difference(scope: WorkspaceScope, id: string, number: number, from?: number): Promise<WorkflowDifference> {
    await this.workflows.get(scope.read, id);
    const to = await this.versions.get(scope.read, id, number);
    const before = from ?? to.based_on ?? Math.max(1, number - 1);
    const { definition } = await this.versions.get(scope.read, id, before);
    return { from: before, to: number, changes: differenceOf(definition, to.definition) };
  }
}
