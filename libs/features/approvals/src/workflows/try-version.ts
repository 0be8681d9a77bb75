import { Injectable } from '@nestjs/common';
import { WorkflowDefinition, type WorkflowDryRun, type WorkflowDryRunInput } from '@uptake/contracts';
import { DomainError, simulateRun } from '@uptake/domain';
import {
  DryRunRepository,
  WorkflowRepository,
  WorkflowVersionRepository,
  WorkspaceRepository,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ShowWorkflow } from './show-workflow.js';
import { unfinishedDraft } from './unfinished-draft.js';

@Injectable()
export class TryVersion {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly versions: WorkflowVersionRepository,
    private readonly workspaces: WorkspaceRepository,
    private readonly dryRuns: DryRunRepository,
    private readonly show: ShowWorkflow,
  ) {}

  /**
   * Whom a version would ask, when and why, if this were handed in now. Nothing is written, nobody is told. `not_found` for an item or
   * a submitter out of the reader's sight, `invalid_input` naming what is missing where the version is a draft that is not finished.
   */
  async execute(
    scope: WorkspaceScope,
    workflowId: string,
    number: number,
    input: WorkflowDryRunInput,
  ): Promise<WorkflowDryRun> {
    const { subject } = await this.workflows.get(scope.read, workflowId);
    const version = await this.versions.get(scope.read, workflowId, number);
    const problems = await this.show.problems(scope.read, version);
    if (problems.length > 0) throw unfinishedDraft('This draft is not finished', problems);
    const { progress = null, rating = null, fields } = input.submission;
    const facts = await this.dryRuns.facts(scope.read, input.itemId ?? null, {
      kind: subject,
      progress,
      rating,
      fields,
    });
    const submitterId = input.submitterId ?? null;
    if (submitterId && !facts.members.some(({ id, isActive }) => id === submitterId && isActive)) {
      throw new DomainError('not_found', { detail: 'No such member' });
    }
    const { time_zone: timeZone, working_days: workingDays, holidays } = await this.workspaces.get(scope.read);
    const calendar = { timeZone, workingDays, holidays };
    return simulateRun(WorkflowDefinition.parse(version.definition), facts, {
      submitterId,
      now: scope.now(),
      calendar,
    });
  }
}
