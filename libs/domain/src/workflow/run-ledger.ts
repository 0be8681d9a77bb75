import type { EventStamp, WorkflowEvent, WorkflowFact } from './events.js';
import { evolve } from './evolve.js';
import type { RunSnapshot } from './run-snapshot.js';
import { timersFollowing } from './timers.js';
import type { CommandApplied, WorkflowContext, WorkflowVersion } from './types.js';

/** One command at work: facts are recorded one by one, and the state is always the fold of those recorded. */
export class RunLedger {
  private readonly events: WorkflowEvent[] = [];
  private current: RunSnapshot | null;
  private readonly stamp: Omit<EventStamp, 'sequence'>;
  private readonly sequenceBefore: number;

  constructor(
    readonly version: WorkflowVersion,
    readonly context: WorkflowContext,
    before: RunSnapshot | null,
    command: { readonly runId: string; readonly actorId: string | null },
  ) {
    this.current = before;
    this.sequenceBefore = before?.run.lastSequence ?? 0;
    this.stamp = {
      runId: command.runId,
      actorId: command.actorId,
      at: context.now,
      lockVersion: (before?.run.lockVersion ?? 0) + 1,
    };
  }

  get definition() {
    return this.version.definition;
  }

  get snapshot(): RunSnapshot {
    if (!this.current) throw new Error('The run has not started');
    return this.current;
  }

  /** Timers follow by themselves where a stage opens or is left. */
  record(fact: WorkflowFact): void {
    const event: WorkflowEvent = { ...this.stamp, sequence: this.sequenceBefore + this.events.length + 1, ...fact };
    const before = this.current;
    this.events.push(event);
    this.current = evolve(before, event);
    for (const step of timersFollowing(this.version, before, this.current, fact, this.context)) this.record(step);
  }

  applied(decisionId: string | null = null): CommandApplied {
    return { ok: true, state: this.snapshot, events: this.events, decisionId, isReplay: false };
  }
}
