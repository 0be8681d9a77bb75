import { isDeepStrictEqual } from 'node:util';
import type { WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { applyWorkflowCommand } from '../apply-workflow-command.js';
import type { DecideCommand, WorkflowCommand } from '../commands.js';
import { closesCircle } from '../delegation.js';
import { replay } from '../evolve.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from '../types.js';
import { Crew } from './crew.fixture.js';
import { checkLog, checkMoment } from './log-invariants.fixture.js';
import { decisionFor } from './model-decisions.fixture.js';
import { member, memberRoles } from './model-members.fixture.js';
import type { Step } from './model-steps.fixture.js';
import { RunOracle } from './run-oracle.fixture.js';
import { published, reviewWith, revisionOf, Scenario } from './scenario.fixture.js';

/** What a model run has met, over all runs of a test. */
export interface Met {
  readonly verdicts: Set<string>;
  readonly refusals: Set<string>;
  readonly events: Set<string>;
  commands: number;
}

/** Plays steps against the engine and, after each, against the oracle and the invariants of the log. */
export class ModelRun {
  private readonly crew = new Crew(memberRoles);
  private version: WorkflowVersion;
  private versions = 1;
  private scenario: Scenario;
  private lastDecision: DecideCommand | null = null;
  private runs = 0;
  private keys = 0;

  constructor(
    definition: WorkflowDefinition,
    private readonly met: Met,
  ) {
    this.version = published(definition);
    this.scenario = new Scenario(this.version, this.crew);
  }

  play(step: Step): void {
    switch (step.do) {
      case 'submit':
        return this.submit(step);
      case 'resubmit':
        return this.resubmit(step);
      case 'decide':
        return this.decide(step);
      case 'delegate':
        return this.delegate(step);
      case 'revoke': {
        const { unrevoked } = this.scenario.delegations;
        const revoked = unrevoked[step.which % Math.max(1, unrevoked.length)];
        return revoked && this.scenario.delegations.revoke(revoked.id, this.scenario.now);
      }
      case 'override':
        return this.override(step);
      case 'withdraw': {
        const actorId = step.isSubmitter && this.oracle.hasStarted ? this.oracle.judged.submitterId : member(step.who);
        const isExpected = this.isUnderWay && this.oracle.judged.submitterId === actorId;
        return this.check({ type: 'withdraw', actorId, reason: null }, isExpected);
      }
      case 'cancel':
        return this.check(
          { type: 'cancel', actorId: member(step.who), reason: step.reason },
          this.isUnderWay && step.reason !== ' ',
        );
      case 'recheck':
        return this.check({ type: 'recheck-eligibility', actorId: 'm6' }, this.isUnderWay);
      case 'recheck-gates':
        return this.check({ type: 'recheck-gates', actorId: 'm6' }, this.isUnderWay);
      case 'set-gates':
        this.scenario.gates = step.areMet.map((isMet, index) => ({ id: `gate-${index}`, isMet }));
        return;
      case 'migrate':
        return this.migrate(step);
      case 'pass':
        return this.scenario.pass({ minutes: step.minutes });
      case 'tick':
        return this.tick(step);
      case 'amend':
        return this.amend(step);
      case 'set-active':
        return this.crew.setActive(member(step.who), step.isActive);
      case 'set-role':
        return step.isHeld
          ? this.crew.grant(member(step.who), step.role)
          : this.crew.revoke(member(step.who), step.role);
    }
  }

  /** Looks at the whole history of the run at hand. */
  finish(): void {
    checkLog(this.version.definition, this.scenario.log, this.scenario.delegations);
  }

  private get oracle(): RunOracle {
    return new RunOracle(this.version.definition, this.scenario.log, this.scenario.delegations);
  }

  private get isUnderWay(): boolean {
    return this.oracle.hasStarted && !this.oracle.hasEnded;
  }

  private submit(step: Extract<Step, { do: 'submit' }>): void {
    if (this.isUnderWay && step.twist !== 'again') return this.submitBeside(step);
    // A run that has ended makes room for a new one, which begins with a state and a log of its own.
    if (this.oracle.hasEnded && step.twist !== 'again') {
      this.finish();
      const { gates } = this.scenario;
      this.scenario = new Scenario(this.version, this.crew, this.scenario);
      this.scenario.gates = gates;
    }
    const revision = step.twist === 'wrong-revision' ? 2 : 1;
    const judged = this.judged(step, revision);
    const command = {
      type: 'submit',
      runId: `run-${++this.runs}`,
      subjectId: 'item-1',
      judged,
      acceptShortage: step.acceptShortage,
    } as const;
    const version = this.versionFor(step.twist);
    const mayStart = !this.oracle.hasStarted && version === this.version && revision === 1;
    this.checkSubmission(command, mayStart, {}, version);
  }

  /** Invariant 21: a second run of the subject, with no state yet, is refused while the first is under way. */
  private submitBeside(step: Extract<Step, { do: 'submit' }>): void {
    const command = {
      type: 'submit',
      runId: 'run-beside',
      subjectId: 'item-1',
      judged: this.judged(step, 1),
      acceptShortage: true,
    } as const;
    const context = this.scenario.context({ otherActiveRunId: this.scenario.run.id });
    const outcome = applyWorkflowCommand(this.version, null, command, context);
    if (outcome.ok) throw new Error('Invariant 21 is broken: two runs are under way');
    this.met.refusals.add(outcome.refusal.code);
  }

  private resubmit(step: Extract<Step, { do: 'resubmit' }>): void {
    const current = this.oracle.hasStarted ? this.oracle.judged : null;
    const revision = (current?.revision ?? 0) + (step.twist === 'wrong-revision' ? 2 : 1);
    const isSame = step.twist === 'same-content' && current !== null;
    const judged = { ...this.judged(step, revision), ...(isSame ? { contentHash: current.contentHash } : {}) };
    const version = this.versionFor(step.twist);
    const mayRevise = this.isUnderWay && !isSame && step.twist !== 'wrong-revision' && version === this.version;
    this.checkSubmission({ type: 'resubmit', judged, acceptShortage: step.acceptShortage }, mayRevise, {}, version);
  }

  /** Where people are lacking the engine may refuse, but then its arithmetic must be right; otherwise it must not. */
  private checkSubmission(
    command: WorkflowCommand,
    isExpected: boolean,
    changes: Partial<WorkflowContext>,
    version: WorkflowVersion,
  ): void {
    const people = this.crew.now(this.version.definition);
    const outcome = this.perform(command, changes, version);
    if (!outcome.ok && outcome.refusal.code === 'too_few_eligible') {
      if (!isExpected) throw new Error('A shortage was looked for where nothing could be submitted');
      for (const { stageKeys, required, available } of outcome.refusal.details.shortages ?? []) {
        const named = new Set(stageKeys.flatMap((key) => people.eligible[key] ?? []));
        if (available >= required || available > named.size) throw new Error('Invariant 8 is broken: no shortage');
      }
      return;
    }
    if (outcome.ok !== isExpected) throw new Error(`${command.type} should ${isExpected ? 'pass' : 'be refused'}`);
    if (outcome.ok && !outcome.events.some(({ type }) => type === 'run.short-of-people')) this.checkEnoughPeople();
  }

  /** Invariant 8: whoever was let in without a flag has enough people at every single stage. */
  private checkEnoughPeople(): void {
    const people = this.crew.now(this.version.definition);
    const { oracle } = this;
    for (const stage of oracle.approvalStages.filter(({ key }) => oracle.willOpen(key))) {
      const named = (people.eligible[stage.key] ?? []).filter((memberId) => !this.oracle.isExcluded(stage, memberId));
      const needed = stage.quorum.kind === 'n' ? stage.quorum.count : 1;
      if (named.length < needed) throw new Error('Invariant 8 is broken: a shortage went unseen');
    }
  }

  private decide(step: Extract<Step, { do: 'decide' }>): void {
    const { oracle } = this;
    if (step.twist === 'replay' && this.lastDecision) return this.replayDecision({ ...this.lastDecision });
    if (step.twist === 'reuse-key' && this.lastDecision) {
      return this.check({ ...this.lastDecision, reason: 'Another reason' }, false);
    }
    const people = this.crew.now(this.version.definition);
    const command = decisionFor(step, oracle, people, this.scenario.delegations.unrevoked, `key-${++this.keys}`);
    this.check(command, oracle.hasStarted && oracle.mayDecide(command, people, this.scenario.at(1)));
    if (this.oracle.decisions.some(({ idempotencyKey }) => idempotencyKey === command.idempotencyKey))
      this.lastDecision = command;
  }

  /** Invariant 9: a repetition changes nothing and answers as the first did. */
  private replayDecision(command: DecideCommand): void {
    const first = this.oracle.decisions.find(({ idempotencyKey }) => idempotencyKey === command.idempotencyKey);
    if (!first) return;
    const before = this.scenario.snapshot;
    const outcome = this.perform(command);
    const isSame = outcome.ok && outcome.isReplay && outcome.decisionId === first.id && outcome.events.length === 0;
    if (!isSame || this.scenario.snapshot !== before) throw new Error('Invariant 9 is broken: a replay had an effect');
  }

  /** To a version with other names, which all that was decided goes along to, or with other quorums, which it may not. */
  private migrate({ change, twist }: Extract<Step, { do: 'migrate' }>): void {
    const { oracle, version } = this;
    const definition = renewed(version.definition, change, this.versions + 1);
    const next = { ...published(definition), id: `version-${this.versions + 1}`, number: this.versions + 1 };
    const to = twist === 'unpublished' ? { ...next, state: 'draft' as const } : next;
    const from = twist === 'from-another' ? next : version;
    const people = this.crew.now(definition);
    const isExpected = this.isUnderWay && twist === 'none' && oracle.mayMigrate(definition, people);
    this.check({ type: 'migrate', actorId: 'm6', from, reason: 'New rules' }, isExpected, people, to);
    if (!isExpected) return;
    this.versions += 1;
    this.version = to;
    this.scenario.version = to;
  }

  /** Nobody delegates to themselves, and nobody comes to act for themselves through others: the shell asks before it writes. */
  private delegate({ from, to, startsIn, lasts, scope }: Extract<Step, { do: 'delegate' }>): void {
    const { scenario } = this;
    const { key } = this.version.definition;
    const workflowKeys = scope === 'this-workflow' ? [key] : scope === 'other-workflow' ? ['elsewhere'] : null;
    const itemIds = scope === 'this-item' ? ['item-1'] : scope === 'other-item' ? ['item-2'] : null;
    const extent = { startsAt: scenario.at(startsIn), endsAt: scenario.at(startsIn + lasts), workflowKeys, itemIds };
    const made = { fromId: member(from), toId: member(to), ...extent };
    if (made.fromId === made.toId || closesCircle(made, scenario.delegations.unrevoked)) return;
    scenario.delegate(made.fromId, made.toId, extent);
  }

  private override(step: Extract<Step, { do: 'override' }>): void {
    const { oracle } = this;
    const open = oracle.openStages[0];
    const stageRunId = open && !step.isStray ? open.stageRunId : 'no-such-stage';
    const actorId = member(step.who);
    const stage = open?.kind === 'approval' ? oracle.stage(open.stageKey) : null;
    const isNamed = this.crew.overriders(this.version.definition)[stage?.key ?? '']?.includes(actorId) ?? false;
    const isExpected =
      this.isUnderWay &&
      stage !== null &&
      !step.isStray &&
      step.reason !== ' ' &&
      isNamed &&
      !oracle.isExcluded(stage, actorId);
    this.check({ type: 'override', actorId, stageRunId, reason: step.reason }, isExpected);
  }

  private amend(step: Extract<Step, { do: 'amend' }>): void {
    const { oracle } = this;
    const open = oracle.openStages[step.who % Math.max(1, oracle.openStages.length)];
    const stageRunId = open && !step.isStray ? open.stageRunId : 'no-such-stage';
    const command = {
      type: 'amend-eligibility',
      actorId: member(step.who),
      stageRunId,
      addMemberIds: step.add.map(member),
      removeMemberIds: step.remove.map(member),
      reason: step.reason,
    } as const;
    const before = this.scenario.log.length;
    const outcome = this.perform(command);
    const wasOpen = this.isUnderWay || this.scenario.log.length > before;
    if (
      outcome.ok &&
      (!wasOpen || open?.kind !== 'approval' || oracle.authors.has(command.actorId) || step.reason === ' ')
    ) {
      throw new Error('This amendment should be refused');
    }
  }

  /** Invariants 30, 31 and 33: only what is due acts, once, and nothing for a stage that was left. */
  private tick(step: Extract<Step, { do: 'tick' }>): void {
    const { oracle } = this;
    // a command's time is a minute after the one before
    const now = Date.parse(this.scenario.context().now) + 60_000;
    const timers = oracle.timersFor(step.twist, now);
    const timerId = timers[step.which % Math.max(1, timers.length)]?.timerId ?? 'no-such-timer';
    const { state, fireAt } = oracle.timer(timerId) ?? { state: 'unknown', fireAt: '' };
    const isRelevant = state === 'set' && Date.parse(fireAt) <= now;
    const length = this.scenario.log.length;
    this.check({ type: 'tick', timerId }, isRelevant || state === 'moot');
    if (this.scenario.log.length > length !== isRelevant)
      throw new Error(`Invariant 31 is broken: a timer that is ${state} ${isRelevant ? 'did nothing' : 'acted'}`);
  }

  private check(
    command: WorkflowCommand,
    isExpected: boolean,
    changes: Partial<WorkflowContext> = {},
    version = this.version,
  ): void {
    const outcome = this.perform(command, changes, version);
    if (outcome.ok === isExpected) return;
    const answer = outcome.ok ? 'passed' : JSON.stringify(outcome.refusal);
    throw new Error(
      `The oracle expects ${command.type} to ${isExpected ? 'pass' : 'be refused'}, the engine: ${answer}`,
    );
  }

  private perform(
    command: WorkflowCommand,
    changes: Partial<WorkflowContext> = {},
    version = this.version,
  ): WorkflowOutcome {
    const { scenario, met } = this;
    const before = scenario.snapshot;
    const length = scenario.log.length;
    const outcome = scenario.perform(command, changes, version);
    met.commands += 1;
    if (outcome.ok) {
      if (command.type === 'decide') met.verdicts.add(command.verdict);
      for (const { type } of outcome.events) met.events.add(type);
    } else {
      met.refusals.add(outcome.refusal.code);
      if (scenario.snapshot !== before || scenario.log.length !== length) throw new Error('A refusal had an effect');
    }
    this.checkDeterminism(before, command, changes, version);
    if (scenario.log.length === length) return outcome;
    checkMoment(this.oracle);
    this.checkGates(outcome);
    if (!isDeepStrictEqual(replay(scenario.log), scenario.snapshot))
      throw new Error('Invariant 38 is broken: the log tells another state');
    return outcome;
  }

  /** Invariant 29: a gate passes when nothing is waited for any more, and then only. */
  private checkGates(outcome: WorkflowOutcome): void {
    const { gates } = this.scenario;
    const isMet = gates.every((gate) => gate.isMet);
    const hasPassed =
      outcome.ok &&
      outcome.events.some((event) => event.type === 'stage.completed' && this.oracle.isGate(event.stageKey));
    if (hasPassed && !isMet) throw new Error('Invariant 29 is broken: a gate passed unmet');
    const opened = outcome.ok ? outcome.events.filter((event) => event.type === 'stage.opened') : [];
    const waits = this.oracle.openStages.some(
      ({ stageRunId, kind }) => kind === 'gate' && opened.some((event) => event.stageRunId === stageRunId),
    );
    if (waits && isMet) throw new Error('Invariant 29 is broken: a gate waits for nothing');
  }

  /** Invariant 18: the same inputs, ids and clock included, give the same outcome twice. */
  private checkDeterminism(
    before: Scenario['snapshot'],
    command: WorkflowCommand,
    changes: Partial<WorkflowContext>,
    version: WorkflowVersion,
  ): void {
    const [one, other] = [1, 2].map(() => {
      let ids = 0;
      const context = { ...this.scenario.context(changes), nextId: () => `again-${++ids}` };
      return applyWorkflowCommand(version, before, command, context);
    });
    if (!isDeepStrictEqual(one, other)) throw new Error('Invariant 18 is broken: the same inputs gave two outcomes');
  }

  private judged(step: { who: number; editor: number; hasRating: boolean; amount: number }, revision: number) {
    const [submitterId, editor] = [member(step.who), member(step.editor)];
    const rating = step.hasRating ? 'limited' : null;
    return revisionOf(revision, {
      content: { narrative: `Run ${this.runs}, revision ${revision}`, amount: step.amount, rating },
      submitterId,
      editorIds: editor === submitterId ? [] : [editor],
      reportedRating: rating,
    });
  }

  private versionFor(twist: string): WorkflowVersion {
    if (twist === 'unpublished') return { ...this.version, state: 'draft' };
    if (twist === 'altered') return { ...this.version, definition: reviewWith('review', { veto: false }) };
    if (twist === 'other-version') return { ...this.version, id: 'another-version' };
    return this.version;
  }
}

function renewed(definition: WorkflowDefinition, change: 'names' | 'quorum', number: number): WorkflowDefinition {
  const stages = definition.stages.map((stage): WorkflowStage => {
    if (change === 'names') return { ...stage, name: { en: `${stage.key} ${number}` } };
    return stage.kind === 'approval' ? { ...stage, quorum: { kind: 'percent', percent: 50 + number } } : stage;
  });
  return { ...definition, stages };
}
