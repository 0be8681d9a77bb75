import type { ApprovalStage, WorkflowDefinition } from '@uptake/contracts';
import type { DecideCommand } from '../commands.js';
import type { RequestDecided, StageOpened, WorkflowEvent } from '../events.js';
import type { PeopleNow } from '../types.js';

type Opened = Extract<WorkflowEvent, { type: 'stage.opened' }>;
type Of<Type extends WorkflowEvent['type']> = Extract<WorkflowEvent, { type: Type }>;

/**
 * A second opinion on a run that knows nothing but its event log: it never sees the engine's state nor calls its
 * rules, and works everything out by searching the log anew.
 */
export class RunOracle {
  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly log: readonly WorkflowEvent[],
  ) {}

  of<Type extends WorkflowEvent['type']>(type: Type): Of<Type>[] {
    return this.log.filter((event): event is Of<Type> => event.type === type);
  }

  /** The oracle of the moment before an event. */
  before(event: WorkflowEvent): RunOracle {
    return new RunOracle(this.definition, this.log.slice(0, this.log.indexOf(event)));
  }

  get hasStarted(): boolean {
    return this.log.length > 0;
  }

  get hasEnded(): boolean {
    return this.log.some(({ type }) =>
      ['run.approved', 'run.rejected', 'run.withdrawn', 'run.cancelled'].includes(type),
    );
  }

  get revisions() {
    return this.log.flatMap((event) =>
      event.type === 'run.started' || event.type === 'run.revised' ? [event.judged] : [],
    );
  }

  get judged() {
    const last = this.revisions.at(-1);
    if (!last) throw new Error('Nothing was submitted');
    return last;
  }

  /** Everybody who ever wrote any of it. */
  get authors(): Set<string> {
    return new Set(this.revisions.flatMap((judged) => [judged.submitterId, ...judged.editorIds]));
  }

  get round(): number {
    return Math.max(1, ...this.log.map((event) => ('round' in event ? event.round : 1)));
  }

  get decisions() {
    return this.of('request.decided').map((event: RequestDecided) => event.decision);
  }

  stage(key: string): ApprovalStage {
    const stage = this.definition.stages.find((candidate) => candidate.key === key);
    if (stage?.kind !== 'approval') throw new Error(`No approval stage ${key}`);
    return stage;
  }

  get approvalStages(): ApprovalStage[] {
    return this.definition.stages.filter((stage) => stage.kind === 'approval');
  }

  /** Events by which a stage run left `open`. */
  leavings(stageRunId: string) {
    return [...this.of('stage.completed'), ...this.of('stage.superseded'), ...this.of('stage.cancelled')].filter(
      (event) => event.stageRunId === stageRunId,
    );
  }

  isOpen(stageRunId: string): boolean {
    return this.leavings(stageRunId).length === 0;
  }

  get openStages(): Opened[] {
    return this.of('stage.opened').filter((opened) => this.isOpen(opened.stageRunId));
  }

  /** The stage run that stands for a stage: approved or handed in, and not voided since. */
  standing(stageKey: string) {
    const voided = this.of('stage.voided').map((event) => event.stageRunId);
    return this.of('stage.completed').filter(
      ({ outcome, stageRunId, stageKey: key }) =>
        key === stageKey && (outcome === 'approved' || outcome === 'completed') && !voided.includes(stageRunId),
    );
  }

  /** Who is asked and how many must approve, after the last amendment. */
  frozen(stageRunId: string): { required: number; eligible: string[]; appointed: string[] } {
    const opened = this.of('stage.opened').find((event) => event.stageRunId === stageRunId) as StageOpened;
    const amendments = this.of('eligibility.amended').filter((event) => event.stageRunId === stageRunId);
    const eligible = new Set(opened.eligibleIds);
    const appointed = new Set<string>();
    for (const { removedMemberIds, added } of amendments) {
      for (const memberId of removedMemberIds) eligible.delete(memberId) && appointed.delete(memberId);
      for (const { memberId } of added) eligible.add(memberId) && appointed.add(memberId);
    }
    return {
      required: amendments.at(-1)?.required ?? opened.required,
      eligible: [...eligible],
      appointed: [...appointed],
    };
  }

  votes(stageRunId: string, verdict: string): number {
    return this.decisions.filter((decision) => decision.stageRunId === stageRunId && decision.verdict === verdict)
      .length;
  }

  /** The request as last opened, with what has closed it since. */
  request(id: string): { stageRunId: string; memberId: string; isOpen: boolean; isDecided: boolean } | null {
    let found: ReturnType<RunOracle['request']> = null;
    for (const event of this.log) {
      const opened =
        event.type === 'stage.opened' ? event.requests : event.type === 'eligibility.amended' ? event.added : [];
      for (const { id: openedId, memberId } of opened) {
        if (openedId === id && 'stageRunId' in event)
          found = { stageRunId: event.stageRunId, memberId, isOpen: true, isDecided: false };
      }
      if (!found || !('requestId' in event) || event.requestId !== id) continue;
      found = { ...found, isOpen: false, isDecided: event.type === 'request.decided' };
    }
    return found;
  }

  get requestIds(): string[] {
    const opened = [
      ...this.of('stage.opened').flatMap((event) => event.requests),
      ...this.of('eligibility.amended').flatMap((event) => event.added),
    ];
    return [...new Set(opened.map((request) => request.id))];
  }

  /** Members who decided, in any round, in a stage that excludes this one or is excluded by it. */
  deciders(stageKey: string): Set<string> {
    return new Set(
      this.decisions.filter((decision) => decision.stageKey === stageKey).map((decision) => decision.actorId),
    );
  }

  exclusiveWith(stage: ApprovalStage): ApprovalStage[] {
    return this.approvalStages.filter(
      (other) => other.separateFrom.includes(stage.key) || stage.separateFrom.includes(other.key),
    );
  }

  isExcluded(stage: ApprovalStage, memberId: string): boolean {
    return (
      this.authors.has(memberId) || this.exclusiveWith(stage).some((other) => this.deciders(other.key).has(memberId))
    );
  }

  /** Whether a decision that is no repetition may be taken. */
  mayDecide(command: DecideCommand, people: PeopleNow): boolean {
    const request = this.request(command.requestId);
    if (!request?.isOpen || this.hasEnded || !this.isOpen(request.stageRunId)) return false;
    const opened = this.of('stage.opened').find((event) => event.stageRunId === request.stageRunId);
    if (!opened) return false;
    const stage = this.stage(opened.stageKey);
    const { eligible, appointed } = this.frozen(request.stageRunId);
    const { actorId, verdict } = command;
    const isNamed = (people.eligible[stage.key] ?? []).includes(actorId) || appointed.includes(actorId);
    const mayAnswer =
      command.onBehalfOfId === null &&
      request.memberId === actorId &&
      eligible.includes(actorId) &&
      isNamed &&
      people.activeMemberIds.includes(actorId) &&
      !this.isExcluded(stage, actorId);
    const isCurrent = command.round === opened.round && command.subjectHash === this.judged.contentHash;
    const hasReason = !stage.reasonRequiredFor.includes(verdict) || (command.reason ?? '').trim() !== '';
    return (
      mayAnswer && isCurrent && stage.verdicts.includes(verdict) && hasReason && this.doesRateRightly(stage, command)
    );
  }

  private doesRateRightly(stage: ApprovalStage, { verdict, verifiedRating, ratingReason }: DecideCommand): boolean {
    const reported = this.judged.reportedRating;
    if (!stage.rates || verdict !== 'approve' || reported === null) return verifiedRating === null;
    return verifiedRating !== null && (verifiedRating === reported || (ratingReason ?? '').trim() !== '');
  }
}
