import type { Rating, Role } from '@uptake/contracts';
import {
  type DecideCommand,
  type JudgedRevision,
  type PeopleNow,
  type RunSnapshot,
  type SubmissionFacts,
  type WorkflowCommand,
  type WorkflowOutcome,
  type WorkflowVersion,
  applyWorkflowCommand,
  approvalStages,
  resolveEligible,
  resolveEscalation,
} from '@uptake/domain';
import { sha256 } from './sha256.js';

export interface PureMember {
  id: string;
  roles: readonly Role[];
  isActive: boolean;
}

const plain: SubmissionFacts = { kind: 'update', progress: null, rating: null, fields: {} };

/** The engine alone, playing the same commands in memory that the product plays on the database. It reads nothing from there. */
export class PureRun {
  snapshot: RunSnapshot | null = null;
  recordVersion = 0;
  readonly everSubmitted = new Set<string>();
  private ids = 0;

  constructor(
    readonly itemId: string,
    readonly version: WorkflowVersion,
    readonly members: PureMember[],
    private readonly now: () => Date,
  ) {}

  handIn(
    by: string,
    content: {
      hash: string;
      fieldHashes: Readonly<Record<string, string>>;
      rating: Rating | null;
      progress?: number | null;
    },
  ): WorkflowOutcome {
    const goesOn = this.snapshot !== null && this.snapshot.run.endedAt === null;
    const revision = goesOn && this.snapshot ? this.snapshot.run.judged.revision + 1 : 1;
    const judged: JudgedRevision = {
      submissionId: this.nextId(),
      revision,
      contentHash: content.hash,
      fieldHashes: content.fieldHashes,
      submitterId: by,
      editorIds: [],
      reportedRating: content.rating,
      facts: { kind: 'update', progress: content.progress ?? null, rating: content.rating, fields: {} },
    };
    if (goesOn) return this.apply({ type: 'resubmit', judged, acceptShortage: false });
    const before = this.snapshot;
    this.snapshot = null;
    const outcome = this.apply({
      type: 'submit',
      runId: this.nextId(),
      subjectId: this.itemId,
      judged,
      acceptShortage: false,
    });
    if (!outcome.ok) this.snapshot = before;
    return outcome;
  }

  decide(command: Omit<DecideCommand, 'type' | 'onBehalfOfId' | 'round' | 'channel' | 'signature'>): WorkflowOutcome {
    const request = this.snapshot?.requests.find((candidate) => candidate.id === command.requestId);
    const stageRun = this.snapshot?.stageRuns.find((candidate) => candidate.id === request?.stageRunId);
    return this.apply({
      type: 'decide',
      onBehalfOfId: null,
      channel: 'api',
      round: stageRun?.round ?? 0,
      signature: null,
      ...command,
    });
  }

  apply(command: WorkflowCommand): WorkflowOutcome {
    const judged = 'judged' in command ? command.judged : this.snapshot?.run.judged;
    const outcome = applyWorkflowCommand(this.version, this.snapshot, command, {
      ...this.people(judged?.facts),
      gates: [],
      now: this.now().toISOString(),
      nextId: () => this.nextId(),
      afterWorkingDays: (days) => new Date(this.now().getTime() + days * 86_400_000).toISOString(),
      sha256,
      delegations: [],
      overriders: {},
      otherActiveRunId: null,
    });
    if (outcome.ok) {
      this.snapshot = outcome.state;
      this.recordVersion += outcome.events.filter((event) => event.type === 'run.approved').length;
    }
    return outcome;
  }

  private people(submission: SubmissionFacts = plain): PeopleNow {
    const members = [...this.members]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((member) => ({ ...member, teamIds: [] }));
    const facts = { members, ownerIds: { item: [], parent: [] }, submission, item: null };
    return {
      item: null,
      eligible: Object.fromEntries(
        approvalStages(this.version.definition).map((stage) => [stage.key, resolveEligible(stage.eligibility, facts)]),
      ),
      escalation: resolveEscalation(approvalStages(this.version.definition), facts),
      activeMemberIds: members.filter((member) => member.isActive).map((member) => member.id),
    };
  }

  private nextId(): string {
    this.ids += 1;
    return `pure-${this.ids}`;
  }
}

/** A run with its rows named by their place, so that two that differ in their ids alone are equal. */
export function withoutIds({ run, stageRuns, requests, decisions, overrides, timers }: RunSnapshot): unknown {
  const named = new Map<string, string>([
    [run.id, 'run'],
    [run.judged.submissionId, 'submission'],
    ...stageRuns.map((row, at) => [row.id, `stage-${at}`] as const),
    ...requests.map((row, at) => [row.id, `request-${at}`] as const),
    ...decisions.map((row, at) => [row.id, `decision-${at}`] as const),
    ...timers.map((row, at) => [row.id, `timer-${at}`] as const),
  ]);
  return JSON.parse(
    JSON.stringify({ run, stageRuns, requests, decisions, overrides, timers }),
    (_key, value: unknown) => (typeof value === 'string' ? (named.get(value) ?? value) : value),
  );
}
