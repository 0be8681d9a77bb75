import { createHash } from 'node:crypto';
import type { ApprovalStage, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { applyWorkflowCommand } from '../apply-workflow-command.js';
import type {
  AmendEligibilityCommand,
  DecideCommand,
  OverrideCommand,
  SubmitCommand,
  WorkflowCommand,
} from '../commands.js';
import type { Delegation } from '../delegation.js';
import type { WorkflowEvent, WorkflowEventType } from '../events.js';
import type { ItemFacts } from '../expressions/index.js';
import { fieldHashes, submissionHash } from '../hashing.js';
import { publishVersion } from '../publish-version.js';
import type { ApprovalRequest, JudgedRevision, RunSnapshot, Timer } from '../run-snapshot.js';
import { updateReview } from '../shipped/update-review.js';
import type { CommandApplied, GateNow, WorkflowContext, WorkflowOutcome, WorkflowVersion } from '../types.js';
import { Crew } from './crew.fixture.js';
import { DelegationLog } from './delegation-log.fixture.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function published(definition: WorkflowDefinition): WorkflowVersion {
  const outcome = publishVersion({ id: 'version-1', number: 1, definition }, sha256);
  if (!outcome.ok) throw new Error(outcome.problems.map((found) => found.message).join(' '));
  return outcome.version;
}

/** The shipped review with one of its stages changed. */
export function reviewWith(key: string, changes: Partial<ApprovalStage>): WorkflowDefinition {
  const definition = updateReview();
  const stages = definition.stages.map((stage) =>
    stage.key === key ? ({ ...stage, ...changes } as WorkflowStage) : stage,
  );
  return { ...definition, stages };
}

export function revisionOf(
  revision: number,
  changes: Partial<JudgedRevision> & { content?: Record<string, unknown> } = {},
) {
  const { content = { narrative: `Draft ${revision}`, amount: revision }, ...rest } = changes;
  const judged: JudgedRevision = {
    submissionId: `submission-${revision}`,
    revision,
    contentHash: submissionHash(content, sha256),
    fieldHashes: fieldHashes(content, sha256),
    submitterId: 'sara',
    editorIds: ['edit'],
    reportedRating: 'limited',
    facts: {
      kind: 'update',
      progress: null,
      rating: rest.reportedRating === undefined ? 'limited' : rest.reportedRating,
      fields: content,
    },
    ...rest,
  };
  return judged;
}

const ordinaryCrew = () =>
  new Crew({
    sara: ['contributor'],
    edit: ['contributor', 'reviewer', 'manager'],
    rana: ['reviewer'],
    rami: ['reviewer'],
    mona: ['manager'],
    musa: ['manager'],
    adel: ['admin'],
  });

/** One run with its people and its event log; every command goes through the engine and is remembered. */
export class Scenario {
  snapshot: RunSnapshot | null = null;
  readonly log: WorkflowEvent[] = [];
  /** What the routes see of the item, and what it waits for. */
  item: ItemFacts | null = null;
  gates: readonly GateNow[] = [];
  readonly delegations: DelegationLog;
  private ids = 0;
  private minutes: number;

  constructor(
    public version: WorkflowVersion = published(updateReview()),
    readonly crew: Crew = ordinaryCrew(),
    /** The scenario before this one, whose clock and delegations go on. */
    earlier?: Scenario,
  ) {
    this.minutes = earlier?.minutes ?? 0;
    this.delegations = earlier?.delegations ?? new DelegationLog();
  }

  get now(): string {
    return this.at(0);
  }

  /** So many minutes from now. */
  at(minutes: number): string {
    return new Date(Date.UTC(2026, 0, 5, 8, this.minutes + minutes)).toISOString();
  }

  /** Lets one member act for another for the next hour, unless it is said otherwise. */
  delegate(fromId: string, toId: string, changes: Partial<Delegation> = {}): string {
    const id = `delegation-${++this.ids}`;
    const extent = { startsAt: this.now, endsAt: this.at(60), workflowKeys: null, itemIds: null };
    this.delegations.create({ id, fromId, toId, ...extent, ...changes }, this.now);
    return id;
  }

  get run() {
    return this.state.run;
  }

  get state(): RunSnapshot {
    if (!this.snapshot) throw new Error('Nothing was submitted');
    return this.snapshot;
  }

  context(changes: Partial<WorkflowContext> = {}, judged = this.snapshot?.run.judged): WorkflowContext {
    const { now, version } = this;
    const nextId = () => `id-${++this.ids}`;
    const afterWorkingDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
    return {
      now,
      nextId,
      sha256,
      afterWorkingDays,
      otherActiveRunId: null,
      gates: this.gates,
      ...this.crew.now(version.definition, judged?.facts, this.item),
      overriders: this.crew.overriders(version.definition, judged?.facts, this.item),
      delegations: this.delegations.unrevoked,
      ...changes,
    };
  }

  perform(command: WorkflowCommand, changes: Partial<WorkflowContext> = {}, version = this.version): WorkflowOutcome {
    this.minutes += 1;
    const outcome = applyWorkflowCommand(
      version,
      this.snapshot,
      command,
      this.context(changes, 'judged' in command ? command.judged : undefined),
    );
    if (outcome.ok) {
      this.snapshot = outcome.state;
      this.log.push(...outcome.events);
    }
    return outcome;
  }

  /** Moves the clock, back too; every working day here has 24 hours. */
  pass({ days = 0, minutes = 0 }: { days?: number; minutes?: number }): void {
    this.minutes += days * 1440 + minutes;
  }

  /** The latest timer of this kind. */
  timer(kind: Timer['kind'], sequence = 1): Timer {
    const timer = this.state.timers.findLast((candidate) => candidate.kind === kind && candidate.sequence === sequence);
    if (!timer) throw new Error(`No ${kind} ${sequence} was set`);
    return timer;
  }

  tick(kind: Timer['kind'], sequence = 1, context: Partial<WorkflowContext> = {}): WorkflowOutcome {
    return this.perform({ type: 'tick', timerId: this.timer(kind, sequence).id }, context);
  }

  submit(changes: Partial<SubmitCommand> & { context?: Partial<WorkflowContext> } = {}): WorkflowOutcome {
    const { context, ...rest } = changes;
    const command = { runId: 'run-1', subjectId: 'item-1', judged: revisionOf(1), acceptShortage: false, ...rest };
    return this.perform({ type: 'submit', ...command }, context);
  }

  resubmit(changes: Partial<JudgedRevision> = {}, acceptShortage = false): WorkflowOutcome {
    const judged = revisionOf(this.run.judged.revision + 1, changes);
    return this.perform({ type: 'resubmit', judged, acceptShortage });
  }

  /** The latest request of a member, whatever its state. */
  requestOf(memberId: string): ApprovalRequest {
    const request = this.state.requests.findLast((candidate) => candidate.memberId === memberId);
    if (!request) throw new Error(`${memberId} was never asked`);
    return request;
  }

  /** As this member would decide with the screen freshly loaded; approvals carry the reported rating where one is set. */
  decision(actorId: string, changes: Partial<DecideCommand> = {}): DecideCommand {
    const requestId = changes.requestId ?? this.requestOf(changes.onBehalfOfId ?? actorId).id;
    const request = this.state.requests.find((candidate) => candidate.id === requestId);
    const stageRun = this.state.stageRuns.find((candidate) => candidate.id === request?.stageRunId);
    const stage = this.version.definition.stages.find((candidate) => candidate.key === stageRun?.stageKey);
    const verdict = changes.verdict ?? 'approve';
    const doesRate = verdict === 'approve' && stage?.kind === 'approval' && stage.rates;
    return {
      type: 'decide',
      requestId,
      actorId,
      onBehalfOfId: null,
      verdict,
      reason: verdict === 'approve' ? null : 'Because',
      subjectHash: this.run.judged.contentHash,
      round: stageRun?.round ?? 1,
      verifiedRating: doesRate ? this.run.judged.reportedRating : null,
      ratingReason: null,
      channel: 'web',
      idempotencyKey: null,
      signature: stage?.kind === 'approval' && stage.signature ? { name: actorId, method: 'password' } : null,
      ...changes,
    };
  }

  decide(actorId: string, changes: Partial<DecideCommand> = {}): WorkflowOutcome {
    return this.perform(this.decision(actorId, changes));
  }

  amend(changes: Partial<AmendEligibilityCommand> = {}): WorkflowOutcome {
    const open = this.state.stageRuns.find((stageRun) => stageRun.state === 'open');
    const command = {
      actorId: 'adel',
      stageRunId: open?.id ?? 'none',
      addMemberIds: [],
      removeMemberIds: [],
      reason: 'On leave',
    };
    return this.perform({ type: 'amend-eligibility', ...command, ...changes });
  }

  recheckGates(gates: readonly GateNow[] = this.gates): WorkflowOutcome {
    this.gates = gates;
    return this.perform({ type: 'recheck-gates', actorId: 'adel' });
  }

  override(actorId: string, changes: Partial<OverrideCommand> = {}): WorkflowOutcome {
    const stageRunId = this.state.stageRuns.find((stageRun) => stageRun.state === 'open')?.id ?? 'none';
    return this.perform({ type: 'override', actorId, stageRunId, reason: 'It cannot wait', ...changes });
  }

  recheck(): WorkflowOutcome {
    return this.perform({ type: 'recheck-eligibility', actorId: 'adel' });
  }

  withdraw(actorId = 'sara'): WorkflowOutcome {
    return this.perform({ type: 'withdraw', actorId, reason: null });
  }

  /** The stage's latest round. */
  stageRun(stageKey: string) {
    const stageRun = this.state.stageRuns.findLast((candidate) => candidate.stageKey === stageKey);
    if (!stageRun) throw new Error(`Stage ${stageKey} never opened`);
    return stageRun;
  }

  asked(stageKey: string): string[] {
    const { id } = this.stageRun(stageKey);
    return this.state.requests
      .filter(({ stageRunId, state }) => stageRunId === id && state === 'open')
      .map(({ memberId }) => memberId);
  }

  eventsOf<Type extends WorkflowEventType>(type: Type): Extract<WorkflowEvent, { type: Type }>[] {
    return this.log.filter((event): event is Extract<WorkflowEvent, { type: Type }> => event.type === type);
  }
}

/** The code of a refusal; undefined when the command went through. */
export function codeOf(outcome: WorkflowOutcome): string | undefined {
  return outcome.ok ? undefined : outcome.refusal.code;
}

export function applied(outcome: WorkflowOutcome): CommandApplied {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal.code}`);
  return outcome;
}
