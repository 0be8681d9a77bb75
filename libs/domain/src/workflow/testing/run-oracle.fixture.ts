import type { ApprovalStage, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import type { DecideCommand } from '../commands.js';
import type { RequestDecided, StageOpened, WorkflowEvent } from '../events.js';
import type { PeopleNow } from '../types.js';
import { DelegationLog } from './delegation-log.fixture.js';
import { isTrue } from './model-conditions.fixture.js';
import type { TickTwist } from './model-steps.fixture.js';

type Opened = Extract<WorkflowEvent, { type: 'stage.opened' }>;
type Of<Type extends WorkflowEvent['type']> = Extract<WorkflowEvent, { type: Type }>;

/** The humans whose voice a decision is: who spoke, and for whom. */
export const humansIn = ({ actorId, onBehalfOfId }: { actorId: string; onBehalfOfId: string | null }): string[] =>
  onBehalfOfId === null ? [actorId] : [actorId, onBehalfOfId];

/**
 * A second opinion on a run that knows nothing but its event log: it never sees the engine's state nor calls its
 * rules, and works everything out by searching the log anew.
 */
export class RunOracle {
  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly log: readonly WorkflowEvent[],
    readonly delegations: DelegationLog = new DelegationLog(),
  ) {}

  of<Type extends WorkflowEvent['type']>(type: Type): Of<Type>[] {
    return this.log.filter((event): event is Of<Type> => event.type === type);
  }

  /** The oracle of the moment before an event. */
  before(event: WorkflowEvent): RunOracle {
    return new RunOracle(this.definition, this.log.slice(0, this.log.indexOf(event)), this.delegations);
  }

  get workflowKey(): string {
    return this.definition.key;
  }

  get hasStarted(): boolean {
    return this.log.length > 0;
  }

  get hasEnded(): boolean {
    return this.log.some(({ type }) =>
      ['run.approved', 'run.rejected', 'run.withdrawn', 'run.cancelled', 'run.expired'].includes(type),
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
    return [
      ...this.of('stage.completed'),
      ...this.of('stage.overridden'),
      ...this.of('stage.superseded'),
      ...this.of('stage.cancelled'),
      ...this.of('stage.expired'),
    ].filter((event) => event.stageRunId === stageRunId);
  }

  isOpen(stageRunId: string): boolean {
    return this.leavings(stageRunId).length === 0;
  }

  sinceOpening(stageRunId: string): readonly WorkflowEvent[] {
    return this.log.slice(
      this.log.findIndex((event) => event.type === 'stage.opened' && event.stageRunId === stageRunId),
    );
  }

  get openStages(): Opened[] {
    return this.of('stage.opened').filter((opened) => this.isOpen(opened.stageRunId));
  }

  /** The stage run that stands for a stage by what was decided there, or by being handed in or passed, and not voided since. */
  decided(stageKey: string): Of<'stage.completed'>[] {
    return this.unvoided(
      this.of('stage.completed').filter(
        ({ outcome, stageKey: key }) => key === stageKey && (outcome === 'approved' || outcome === 'completed'),
      ),
    );
  }

  /** The same, or set aside, which nobody has approved. */
  done(stageKey: string): { stageRunId: string }[] {
    const setAside = this.of('stage.overridden').filter((event) => event.stageKey === stageKey);
    return [...this.decided(stageKey), ...this.unvoided(setAside)];
  }

  private unvoided<Event extends { stageRunId: string }>(events: readonly Event[]): Event[] {
    const voided = this.of('stage.voided').map((event) => event.stageRunId);
    return events.filter(({ stageRunId }) => !voided.includes(stageRunId));
  }

  skipped(stageKey: string): Of<'stage.skipped'>[] {
    const voided = this.of('stage.voided').map((event) => event.stageRunId);
    return this.of('stage.skipped').filter(
      (event) => event.stageKey === stageKey && !voided.includes(event.stageRunId),
    );
  }

  /** What stands for a stage, done or skipped. */
  standing(stageKey: string): { stageRunId: string }[] {
    return [...this.done(stageKey), ...this.skipped(stageKey)];
  }

  isEntered(stageKey: string): boolean {
    return this.done(stageKey).length > 0 || this.openStages.some((opened) => opened.stageKey === stageKey);
  }

  isGate(stageKey: string): boolean {
    return this.definition.stages.some((stage) => stage.key === stageKey && stage.kind === 'gate');
  }

  get stages(): WorkflowStage[] {
    return [...this.definition.stages].sort((a, b) => a.order - b.order);
  }

  /** The stages that open and join with this one, itself included. */
  together(stageKey: string): WorkflowStage[] {
    const self = this.stages.find(({ key }) => key === stageKey);
    const group = self?.kind === 'approval' ? self.parallelGroup : undefined;
    return this.stages.filter(
      (stage) => stage.key === stageKey || (group && stage.kind === 'approval' && stage.parallelGroup === group),
    );
  }

  orderOf(stageKey: string): number {
    return this.stages.find(({ key }) => key === stageKey)?.order ?? 0;
  }

  /** Where the way leads from a stage, by what is judged now: the rule and its target; null where it just goes on. */
  leads(stageKey: string): { when: string | null; to: string } | null {
    const last = this.together(stageKey).at(-1);
    const onward = last && last.kind !== 'end' ? last.onward : undefined;
    if (!onward) return null;
    const route = onward.routes.find(({ when }) => isTrue(when, this.judged));
    return route ? { when: route.when, to: route.to } : { when: null, to: onward.otherwise };
  }

  /** Whether a stage that is not there yet will be asked if nothing changes. */
  willOpen(stageKey: string): boolean {
    if (this.isEntered(stageKey) || this.skipped(stageKey).length > 0) return false;
    const order = this.orderOf(stageKey);
    let past = 0;
    for (const stage of this.stages.filter((candidate) => candidate.order < order)) {
      const isLast = this.together(stage.key).at(-1)?.key === stage.key;
      const isThere = this.isEntered(stage.key) || (this.skipped(stage.key).length === 0 && stage.order >= past);
      const following = this.stages.find((candidate) => candidate.order > stage.order);
      const goesOn = following && this.together(following.key).some(({ key }) => this.isEntered(key));
      if (isThere && isLast) past = goesOn ? 0 : this.orderOf(this.leads(stage.key)?.to ?? '');
    }
    return past <= order || this.together(stageKey).some(({ key }) => this.isEntered(key));
  }

  /** Who is asked and how many must approve, after the last amendment. */
  frozen(stageRunId: string): { required: number; eligible: string[]; appointed: string[] } {
    const opened = this.of('stage.opened').find((event) => event.stageRunId === stageRunId) as StageOpened;
    const eligible = new Set(opened.eligibleIds);
    const appointed = new Set<string>();
    let { required } = opened;
    for (const event of this.log) {
      if ((event.type !== 'eligibility.amended' && event.type !== 'stage.escalated') || event.stageRunId !== stageRunId)
        continue;
      if (event.type === 'eligibility.amended') {
        for (const memberId of event.removedMemberIds) eligible.delete(memberId) && appointed.delete(memberId);
        required = event.required;
      }
      for (const { memberId } of event.added) eligible.add(memberId) && appointed.add(memberId);
    }
    return {
      required,
      eligible: [...eligible],
      appointed: [...appointed],
    };
  }

  /** What a timer did, at most once. */
  get acts() {
    return [...this.of('stage.reminded'), ...this.of('stage.escalated'), ...this.of('stage.timed-out')];
  }

  /** `moot` once its stage was left before it acted; null for one that was never set. */
  timer(timerId: string): { state: 'set' | 'fired' | 'moot'; fireAt: string } | null {
    const set = this.of('timer.set').find((event) => event.timerId === timerId);
    if (!set) return null;
    const hasActed = this.acts.some((event) => event.timerId === timerId);
    return { fireAt: set.fireAt, state: hasActed ? 'fired' : this.isOpen(set.stageRunId) ? 'set' : 'moot' };
  }

  timersFor(twist: TickTwist, now: number) {
    if (twist === 'unknown-timer') return [];
    const all = this.of('timer.set');
    if (twist === 'any') return all;
    return all.filter(
      ({ timerId, fireAt }) => this.timer(timerId)?.state === 'set' && Date.parse(fireAt) <= now === (twist === 'due'),
    );
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
        event.type === 'stage.opened'
          ? event.requests
          : event.type === 'eligibility.amended' || event.type === 'stage.escalated'
            ? event.added
            : [];
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
      ...this.of('stage.escalated').flatMap((event) => event.added),
    ];
    return [...new Set(opened.map((request) => request.id))];
  }

  /** Everybody who spoke in a stage in any round, for whom somebody spoke there, or who set it aside. */
  deciders(stageKey: string): Set<string> {
    const spoke = this.decisions.filter((decision) => decision.stageKey === stageKey).flatMap(humansIn);
    const setAside = this.of('stage.overridden').filter((event) => event.stageKey === stageKey);
    return new Set([...spoke, ...setAside.map((event) => event.override.actorId)]);
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

  /** Whether a decision that is no repetition may be taken at that instant. */
  mayDecide(command: DecideCommand, people: PeopleNow, at: string): boolean {
    const request = this.request(command.requestId);
    if (!request?.isOpen || this.hasEnded || !this.isOpen(request.stageRunId)) return false;
    const opened = this.of('stage.opened').find((event) => event.stageRunId === request.stageRunId);
    if (!opened) return false;
    const stage = this.stage(opened.stageKey);
    const { verdict } = command;
    const isCurrent = command.round === opened.round && command.subjectHash === this.judged.contentHash;
    const hasReason = !stage.reasonRequiredFor.includes(verdict) || (command.reason ?? '').trim() !== '';
    return (
      this.mayAnswer(stage, request, command, people, at) &&
      isCurrent &&
      stage.verdicts.includes(verdict) &&
      hasReason &&
      (command.signature !== null) === (stage.signature !== undefined) &&
      this.doesRateRightly(stage, command)
    );
  }

  private mayAnswer(
    stage: ApprovalStage,
    { memberId, stageRunId }: { memberId: string; stageRunId: string },
    { actorId, onBehalfOfId }: DecideCommand,
    people: PeopleNow,
    at: string,
  ): boolean {
    const { eligible, appointed } = this.frozen(stageRunId);
    const heard = this.decisions.filter((decision) => decision.stageRunId === stageRunId).flatMap(humansIn);
    const isNamed = (people.eligible[stage.key] ?? []).includes(memberId) || appointed.includes(memberId);
    const place = { workflowKey: this.definition.key, itemId: this.of('run.started')[0]?.subjectId ?? '' };
    const isActing = onBehalfOfId !== null && onBehalfOfId !== actorId;
    return (
      memberId === (onBehalfOfId ?? actorId) &&
      (onBehalfOfId === null || (isActing && this.delegations.mayActFor(memberId, actorId, at, place))) &&
      eligible.includes(memberId) &&
      isNamed &&
      [memberId, actorId].every(
        (human) => people.activeMemberIds.includes(human) && !this.isExcluded(stage, human) && !heard.includes(human),
      )
    );
  }

  /** Whether everything decided would still count under a version that differs in names and quorums alone. */
  mayMigrate(to: WorkflowDefinition, people: PeopleNow): boolean {
    return to.stages
      .filter((stage) => stage.kind === 'approval')
      .every((stage) => {
        const isNamed = (memberId: string, stageRunId: string) =>
          this.frozen(stageRunId).appointed.includes(memberId) ||
          ((people.eligible[stage.key] ?? []).includes(memberId) && people.activeMemberIds.includes(memberId));
        const opened = new Set(this.of('stage.opened').map(({ stageRunId }) => stageRunId));
        const asked = this.decided(stage.key).filter(({ stageRunId }) => opened.has(stageRunId));
        const doStand = asked.every(({ stageRunId }) => {
          const approvals = this.decisions.filter((one) => one.stageRunId === stageRunId && one.verdict === 'approve');
          const { eligible } = this.frozen(stageRunId);
          const needed =
            stage.quorum.kind === 'percent'
              ? Math.max(1, Math.ceil((eligible.length * stage.quorum.percent) / 100))
              : 0;
          return (
            approvals.length >= needed &&
            approvals.every(({ actorId, onBehalfOfId }) => isNamed(onBehalfOfId ?? actorId, stageRunId))
          );
        });
        const isOther = JSON.stringify(stage.quorum) !== JSON.stringify(this.stage(stage.key).quorum);
        const isBegun = this.openStages.some(
          ({ stageKey, stageRunId }) =>
            stageKey === stage.key && this.decisions.some((decision) => decision.stageRunId === stageRunId),
        );
        return doStand && !(isOther && isBegun);
      });
  }

  private doesRateRightly(stage: ApprovalStage, { verdict, verifiedRating, ratingReason }: DecideCommand): boolean {
    const reported = this.judged.reportedRating;
    if (!stage.rates || verdict !== 'approve' || reported === null) return verifiedRating === null;
    return verifiedRating !== null && (verifiedRating === reported || (ratingReason ?? '').trim() !== '');
  }
}
