import type { DecisionView, OverrideView, RunView, StageProgress } from '@uptake/contracts';
import { type Decision, type Override, type StageExplanation, canOverride, groupOf } from '@uptake/domain';
import type { ShownRun } from './show-runs.js';

type ShownState = StageProgress['state'];

// A work stage handed in and a gate passed are done, as an approved stage is.
const shownAs: Readonly<Record<StageExplanation['state'], ShownState>> = {
  waiting: 'waiting',
  open: 'open',
  completed: 'approved',
  approved: 'approved',
  overridden: 'overridden',
  skipped: 'skipped',
  rejected: 'rejected',
  changes_requested: 'changes_requested',
  superseded: 'superseded',
  cancelled: 'cancelled',
  expired: 'expired',
};

export function presentRun(run: ShownRun, readerMemberId: string): RunView {
  const { version, snapshot, stages } = run;
  return {
    id: snapshot.run.id,
    workflow: { key: version.definition.key, name: named(version.definition.name), version: version.number },
    state: snapshot.run.state,
    round: snapshot.run.round,
    stages: stages.map((stage) => presentStage(stage, run, readerMemberId)),
    decisions: snapshot.decisions.map((decision) => presentDecision(decision, run)),
    overrides: snapshot.overrides.map((override) => presentOverride(override, run)),
  };
}

function presentStage(
  stage: StageExplanation,
  { version, snapshot, people, memberOf }: ShownRun,
  actorId: string,
): StageProgress {
  const defined = version.definition.stages.find(({ key }) => key === stage.key);
  return {
    key: stage.key,
    name: named(stage.name),
    kind: stage.kind,
    state: stage.blocked === null ? shownAs[stage.state] : 'blocked',
    group: (defined && groupOf(defined)) ?? null,
    skippedBy: stage.skippedBy,
    isPassedOver: stage.isPassedOver,
    required: stage.required,
    approvals: stage.approvals,
    openedAt: stage.openedAt,
    closedAt: stage.closedAt,
    dueAt: stage.dueAt,
    escalatedAt: stage.escalatedAt,
    asked: stage.requests.map((request) => ({
      approvalId: request.id,
      member: memberOf(request.memberId),
      state: request.state,
    })),
    couldDecide: stage.couldDecide.map(memberOf),
    overridable:
      stage.stageRunId !== null &&
      canOverride(version, snapshot, { stageRunId: stage.stageRunId, actorId }, people) === true,
    override: stage.override && {
      actor: memberOf(stage.override.actorId),
      reason: stage.override.reason,
      at: stage.override.at,
    },
  };
}

function presentDecision(decision: Decision, { snapshot, memberOf }: ShownRun): DecisionView {
  return {
    id: decision.id,
    approvalId: decision.requestId,
    stageKey: decision.stageKey,
    round: decision.round,
    revision: decision.revision,
    actor: memberOf(decision.actorId),
    onBehalfOf: decision.onBehalfOfId === null ? null : memberOf(decision.onBehalfOfId),
    verdict: decision.verdict,
    reason: decision.reason,
    verifiedRating: decision.verifiedRating,
    ratingReason: decision.ratingReason,
    signature: decision.signature && { ...decision.signature, meaning: named(decision.signature.meaning) },
    voided: isVoided(decision, snapshot),
    at: decision.at,
  };
}

function presentOverride(override: Override, { snapshot, memberOf }: ShownRun): OverrideView {
  const { id, stageKey, round, revision, actorId, reason, at } = override;
  return {
    id,
    stageKey,
    round,
    revision,
    actor: memberOf(actorId),
    reason,
    voided: isVoided(override, snapshot),
    at,
  };
}

/** What was said in a stage that a newer round replaced counts no more. */
const isVoided = ({ stageRunId }: { stageRunId: string }, { stageRuns }: ShownRun['snapshot']): boolean =>
  stageRuns.some((stageRun) => stageRun.id === stageRunId && stageRun.state === 'superseded');

export const named = (name: { en: string; ar?: string | undefined }): Record<string, string> =>
  name.ar === undefined ? { en: name.en } : { en: name.en, ar: name.ar };
