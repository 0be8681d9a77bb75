import { Injectable } from '@nestjs/common';
import {
  MOST_MIGRATED,
  type MigratedRun,
  type WorkflowMigration,
  type WorkflowMigrationInput,
} from '@uptake/contracts';
import { DomainError, type MigrationPlan, type WorkflowVersion, planMigration } from '@uptake/domain';
import {
  EligibilityRepository,
  ItemRepository,
  type ItemRow,
  type LoadedRun,
  RunRepository,
  type Transaction,
  WorkflowRepository,
  WorkflowVersionRepository,
  memberRefs,
  withWidenedSight,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';
import { ApplyCommand } from '../runs/apply-command.js';
import { FollowRun } from '../runs/follow-run.js';

interface Planned {
  item: ItemRow;
  run: LoadedRun;
  plan: MigrationPlan;
}

/** Carries runs under way over to another version of their workflow. */
@Injectable()
export class MigrateRuns {
  constructor(
    private readonly workflows: WorkflowRepository,
    private readonly versions: WorkflowVersionRepository,
    private readonly items: ItemRepository,
    private readonly runs: RunRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly apply: ApplyCommand,
    private readonly follow: FollowRun,
  ) {}

  /**
   * Everything is looked at and moved in one transaction that holds the items and runs, so that what the dry run said is still so when
   * it is done: all of them, or none. `invalid_state` with the `WorkflowMigration` in `current` where one of them cannot be carried
   * over, or where the version is not published; further `not_found` for a workflow or version, and `invalid_input` for runs that are
   * none of this workflow's, have ended, or stand under that version already; `reason_required` where something is to change.
   */
  execute(scope: WorkspaceScope, workflowId: string, input: WorkflowMigrationInput): Promise<WorkflowMigration> {
    return scope.transaction(async (tx) => {
      await this.eligibility.keepPeople(tx);
      await this.workflows.get(tx, workflowId);
      const to = await this.published(tx, workflowId, input.to);
      const planned = await this.plan(tx, workflowId, to, input);
      const answer = await this.present(tx, planned, to, input, await this.hiddenFrom(tx, workflowId, to, input));
      if (input.dryRun) return answer;
      const { reason } = input;
      if (reason === undefined) throw new DomainError('reason_required', { detail: 'Say why they are carried over' });
      if (answer.ready < planned.length) {
        const detail = `${planned.length - answer.ready} of ${planned.length} runs cannot be carried over, so none was`;
        throw new DomainError('invalid_state', { detail, current: answer });
      }
      for (const { item, run } of planned) {
        const { actorId } = scope.actor;
        const command = { type: 'migrate', actorId, from: run.version, reason } as const;
        const outcome = await this.apply.execute(tx, scope.actor, { ...run, version: to }, command);
        // the new version's rules may lead past what was open, even to the record
        await this.follow.execute(tx, scope, item, run, outcome);
      }
      return answer;
    });
  }

  private async published(tx: Transaction, workflowId: string, number: number): Promise<WorkflowVersion> {
    const version = await this.versions.asVersion(tx, workflowId, number);
    if (version.state === 'published') return version;
    throw new DomainError('invalid_state', { detail: `Version ${number} is not the published one` });
  }

  private async plan(
    tx: Transaction,
    workflowId: string,
    to: WorkflowVersion,
    { from, runIds }: WorkflowMigrationInput,
  ): Promise<Planned[]> {
    const which = {
      exceptVersionId: to.id,
      limit: MOST_MIGRATED,
      ...(from ? { from } : {}),
      ...(runIds ? { runIds } : {}),
    };
    const found = await this.runs.underOtherVersions(tx, workflowId, which);
    if (runIds && found.length < new Set(runIds).size) {
      const message = 'One of them is no run under way under another version of this workflow';
      throw new DomainError('invalid_input', { errors: [{ path: 'runIds', code: 'not_under_way', message }] });
    }
    const planned: Planned[] = [];
    for (const { item_id: itemId, run_id: runId } of found) {
      const item = await this.items.lock(tx, itemId);
      const run = await this.runs.lock(tx, runId);
      // it may have ended, or been carried over, while its item was waited for
      if (run.snapshot.run.endedAt !== null || run.version.id === to.id) continue;
      const asked = run.snapshot.requests.map(({ memberId }) => memberId);
      const people = await this.eligibility.peopleFor(tx, itemId, to.definition, asked, run.snapshot.run.judged.facts);
      planned.push({ item, run, plan: planMigration(run.version, to, run.snapshot, people) });
    }
    return planned;
  }

  /** How many more there are on items that the actor may not see: told by number alone. */
  private async hiddenFrom(
    tx: Transaction,
    workflowId: string,
    to: WorkflowVersion,
    { from, runIds }: WorkflowMigrationInput,
  ): Promise<number> {
    if (runIds) return 0;
    const count = () =>
      this.runs.countUnderOtherVersions(tx, workflowId, { exceptVersionId: to.id, ...(from ? { from } : {}) });
    const seen = await count();
    return (await withWidenedSight(tx, count)) - seen;
  }

  private async present(
    tx: Transaction,
    planned: readonly Planned[],
    { number: to }: WorkflowVersion,
    { dryRun }: WorkflowMigrationInput,
    hidden: number,
  ): Promise<WorkflowMigration> {
    const itemRefs = await this.items.refs(
      tx,
      planned.map(({ run }) => run.itemId),
    );
    const actors = await memberRefs(
      tx,
      planned.flatMap(({ plan }) => plan.carried.map(({ actorId }) => actorId)),
    );
    const runs = planned.map(({ run, plan }): MigratedRun => {
      const item = itemRefs.get(run.itemId);
      if (!item) throw new Error(`The item of run ${run.snapshot.run.id} is not there`);
      const problemsOf = (decisionId: string | null) =>
        plan.problems
          .filter((problem) => problem.decisionId === decisionId)
          .map(({ code, stageKey }) => ({ code, stageKey }));
      const decisions = plan.carried.map(({ id, stageKey, verdict, actorId }) => {
        const actor = actors.get(actorId);
        if (!actor) throw new Error(`Nobody took decision ${id}`);
        const problems = problemsOf(id);
        return { id, stageKey, actor, verdict, isValid: problems.length === 0, problems };
      });
      return {
        runId: run.snapshot.run.id,
        item,
        from: run.version.number,
        isReady: plan.problems.length === 0,
        decisions,
        askedAnew: [...plan.askedAnew],
        problems: problemsOf(null),
      };
    });
    return { to, dryRun, runs, ready: runs.filter(({ isReady }) => isReady).length, hidden };
  }
}
