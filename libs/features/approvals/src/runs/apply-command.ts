import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type CommandApplied,
  type JudgedRevision,
  type RunSnapshot,
  type WorkflowCommand,
  type WorkflowVersion,
  applyWorkflowCommand,
} from '@uptake/domain';
import {
  EligibilityRepository,
  RunItemRepository,
  RunRepository,
  type RunSubject,
  type Transaction,
  journal,
  newId,
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
    );
    const outcome = applyWorkflowCommand(run.version, run.snapshot, command, {
      ...people,
      now: actor.at.toISOString(),
      nextId: () => newId(actor.at),
      sha256,
      otherActiveRunId: run.otherActiveRunId ?? null,
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
      event.type === 'stage.opened' ? event.requests : event.type === 'eligibility.amended' ? event.added : [],
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
}

/** Whose being active the engine must know beside those whom the stages name. */
function concerned(snapshot: RunSnapshot | null, actor: RunActor, command: WorkflowCommand): string[] {
  const added = command.type === 'amend-eligibility' ? command.addMemberIds : [];
  return [actor.actorId, ...added, ...(snapshot?.requests ?? []).map((request) => request.memberId)];
}
