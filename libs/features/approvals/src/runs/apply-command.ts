import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type CommandApplied,
  type GateNow,
  type JudgedRevision,
  type RunSnapshot,
  type SubmissionFacts,
  type WorkflowCommand,
  type WorkflowVersion,
  addWorkingDays,
  applyWorkflowCommand,
} from '@uptake/domain';
import {
  DelegationRepository,
  EligibilityRepository,
  GateRepository,
  RunItemRepository,
  RunRepository,
  type RunSubject,
  type Transaction,
  WorkspaceRepository,
  journal,
  newId,
  withWidenedSight,
} from '@uptake/persistence';
import { journalOfRun } from './journal-of-run.js';
import { nameLacking } from './name-lacking.js';
import { problemOfRefusal } from './problem-of-refusal.js';
import type { RunActor } from './run-actor.js';

/** A run whose item the caller holds; `snapshot` is null for one that a submission is about to start. */
export interface HeldRun extends RunSubject {
  version: WorkflowVersion;
  snapshot: RunSnapshot | null;
  /** Of the same item and workflow, where a submission would start another. */
  otherActiveRunId?: string | null;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The shell around the pure engine: asks who is who at this instant, lets the engine decide, and writes rows, parts in the item and
 * journal of what it answered, all in the caller's transaction, which keeps the members (`keepPeople`) and holds the item: so what
 * the engine was told is still true when it commits.
 */
@Injectable()
export class ApplyCommand {
  constructor(
    private readonly runs: RunRepository,
    private readonly eligibility: EligibilityRepository,
    private readonly runItems: RunItemRepository,
    private readonly gates: GateRepository,
    private readonly delegations: DelegationRepository,
    private readonly workspaces: WorkspaceRepository,
  ) {}

  /** Throws the problem of the engine's refusal; then nothing was written. */
  async execute(
    tx: Transaction,
    actor: RunActor,
    run: HeldRun,
    command: WorkflowCommand,
    insertRevision?: (judged: JudgedRevision) => Promise<void>,
  ): Promise<CommandApplied> {
    const people = await this.eligibility.peopleFor(
      tx,
      run.itemId,
      run.version.definition,
      concerned(run.snapshot, actor, command),
      factsJudged(run.snapshot, command),
    );
    const afterWorkingDays = await this.deadlines(tx, run.version, actor.at);
    const isForAnother = command.type === 'decide' && command.onBehalfOfId !== null;
    const delegations = isForAnother ? await this.delegations.heldBy(tx, command.actorId, actor.at) : [];
    const outcome = applyWorkflowCommand(run.version, run.snapshot, command, {
      ...people,
      delegations,
      afterWorkingDays,
      now: actor.at.toISOString(),
      nextId: () => newId(actor.at),
      sha256,
      otherActiveRunId: run.otherActiveRunId ?? null,
      gates: await this.gatesOf(tx, run, actor),
    });
    if (!outcome.ok) {
      const { shortages } = outcome.refusal.details;
      const current = shortages && (await nameLacking(this.eligibility, tx, run, command, people, shortages));
      throw problemOfRefusal(outcome.refusal, command.type, current);
    }
    if (outcome.events.length === 0) return outcome;
    const { judged } = outcome.state.run;
    await this.runs.write(tx, run, run.snapshot, outcome.state, insertRevision && (() => insertRevision(judged)));
    const asked = outcome.events.flatMap((event) =>
      event.type === 'stage.opened'
        ? event.requests
        : event.type === 'eligibility.amended' || event.type === 'stage.escalated'
          ? event.added
          : [],
    );
    if (asked.length > 0)
      await this.runItems.addParticipants(
        tx,
        run.itemId,
        'approver',
        asked.map((request) => request.memberId),
      );
    await journal(tx, journalOfRun(outcome.events, { itemId: run.itemId, kind: run.kind, judged }, actor));
    return outcome;
  }

  /** What the item waits for, items included that the actor may not see; asked only where a gate stands in the way. */
  private async gatesOf(tx: Transaction, { itemId, version }: HeldRun, { at }: RunActor): Promise<GateNow[]> {
    if (!version.definition.stages.some((stage) => stage.kind === 'gate')) return [];
    return withWidenedSight(tx, () => this.gates.now(tx, itemId, at));
  }

  /**
   * How a stage that opens now counts its working days: by the workspace's calendar of this moment. What was set stays when that
   * changes later, as who is asked does: people were told a day, and it is not moved under them.
   */
  private async deadlines(
    tx: Transaction,
    { definition }: WorkflowVersion,
    from: Date,
  ): Promise<(workingDays: number) => string> {
    const hasDeadline = definition.stages.some((stage) => stage.kind === 'approval' && stage.deadline);
    if (!hasDeadline) return noDeadlines;
    const { time_zone: timeZone, working_days: workingDays, holidays } = await this.workspaces.get(tx);
    return (days) => addWorkingDays({ timeZone, workingDays, holidays }, from, days).toISOString();
  }
}

/** What the revision says that the command leaves judged. */
function factsJudged(snapshot: RunSnapshot | null, command: WorkflowCommand): SubmissionFacts {
  const judged = 'judged' in command ? command.judged : snapshot?.run.judged;
  if (!judged) throw new Error(`No revision is judged by ${command.type}`);
  return judged.facts;
}

const noDeadlines = (): never => {
  throw new Error('This workflow has no deadline');
};

/** Whose being active the engine must know beside those whom the stages name. */
function concerned(snapshot: RunSnapshot | null, actor: RunActor, command: WorkflowCommand): string[] {
  const added = command.type === 'amend-eligibility' ? command.addMemberIds : [];
  const acting = actor.actorId === null ? [] : [actor.actorId];
  return [...acting, ...added, ...(snapshot?.requests ?? []).map((request) => request.memberId)];
}
