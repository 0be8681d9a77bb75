import type { ApprovalStage, MigrationProblemCode, WorkflowDefinition, WorkflowStage } from '@uptake/contracts';
import { canonicalJson } from '../shared/canonical-json.js';
import { eligibleNow } from './eligibility.js';
import { requiredApprovals } from './quorum.js';
import type { Decision, RunSnapshot, StageRun } from './run-snapshot.js';
import { involved, separationBreach } from './separation.js';
import { frontier, isStanding } from './stage-order.js';
import type { PeopleNow, WorkflowVersion } from './types.js';

/** Why a run cannot be carried over as it stands; with a decision where it is that decision which would not be valid. */
export interface MigrationProblem {
  readonly code: MigrationProblemCode;
  readonly stageKey: string;
  readonly decisionId: string | null;
}

export interface MigrationPlan {
  /** Empty when the run can be carried over. */
  readonly problems: readonly MigrationProblem[];
  /** The decisions that count now; each is valid under the new version unless a problem names it. */
  readonly carried: readonly Decision[];
  /** Open stages whose rules are others now and in which nobody has decided yet. */
  readonly askedAnew: readonly string[];
}

/**
 * What carrying a run over to another version would do. A decision is carried when the new version, asked today, would have let it
 * count: its stage is still there, whoever decided may decide there, saw all that the stage now watches, and enough others did.
 */
export function planMigration(
  from: WorkflowVersion,
  to: WorkflowVersion,
  snapshot: RunSnapshot,
  people: PeopleNow,
): MigrationPlan {
  const kept = snapshot.stageRuns.filter((stageRun) => isStanding(stageRun) || stageRun.state === 'open');
  const carried = decisionsIn(
    snapshot,
    kept.filter(({ state }) => state !== 'overridden'),
  );
  const looked = kept.map((stageRun) =>
    lookAt(stageRun, { from: from.definition, to: to.definition, snapshot, people }),
  );
  const askedAnew = looked.flatMap(({ isAskedAnew, stageKey }) => (isAskedAnew ? [stageKey] : []));
  const problems = looked.flatMap((found) => found.problems);
  const isGone = problems.some(({ code }) => code === 'stage_gone');
  return { problems: isGone ? problems : [...problems, ...outOfTurn(to.definition, kept)], carried, askedAnew };
}

interface Both {
  readonly from: WorkflowDefinition;
  readonly to: WorkflowDefinition;
  readonly snapshot: RunSnapshot;
  readonly people: PeopleNow;
}

interface Looked {
  readonly stageKey: string;
  readonly isAskedAnew: boolean;
  readonly problems: readonly MigrationProblem[];
}

function lookAt(stageRun: StageRun, both: Both): Looked {
  const { stageKey } = stageRun;
  const found = (isAskedAnew: boolean, ...problems: readonly MigrationProblem[]): Looked => ({
    stageKey,
    isAskedAnew,
    problems,
  });
  const problem = (code: MigrationProblemCode): MigrationProblem => ({ code, stageKey, decisionId: null });
  const before = both.from.stages.find(({ key }) => key === stageKey);
  const after = both.to.stages.find(({ key }) => key === stageKey);
  if (!before || after?.kind !== before.kind) return found(false, problem('stage_gone'));
  if (stageRun.state === 'skipped' && !isSameWay(both)) return found(false, problem('route_changed'));
  if (after.kind !== 'approval' || before.kind !== 'approval') return found(false);
  const decisions = decisionsIn(both.snapshot, [stageRun]);
  if (stageRun.state === 'overridden')
    return isSetAsideStill(stageRun, after, before, both) ? found(false) : found(false, problem('override_not_kept'));
  if (stageRun.state !== 'open') return found(false, ...standsNoMore(stageRun, decisions, after, before, both));
  if (rulesOf(after) === rulesOf(before)) return found(false);
  return decisions.length === 0 ? found(true) : found(false, problem('open_stage_changed'));
}

/** Only where the same people may set it aside, and whoever did is on no other side of it. */
function isSetAsideStill(
  stageRun: StageRun,
  after: ApprovalStage,
  before: ApprovalStage,
  { to, snapshot: { run, decisions, overrides } }: Both,
): boolean {
  const own = overrides.find((override) => override.stageRunId === stageRun.id);
  const others = overrides.filter((override) => override !== own);
  const isSame = after.overridableBy && canonicalJson(after.overridableBy) === canonicalJson(before.overridableBy);
  if (!own || !isSame) return false;
  return separationBreach(to, after, { judged: run.judged, decisions, overrides: others }, own.actorId) === null;
}

function standsNoMore(
  stageRun: StageRun,
  decisions: readonly Decision[],
  after: ApprovalStage,
  before: ApprovalStage,
  { to, snapshot, people }: Both,
): MigrationProblem[] {
  const { judged } = snapshot.run;
  const approvals = decisions.filter(({ verdict }) => verdict === 'approve');
  const problem = (code: MigrationProblemCode, decisionId: string | null): MigrationProblem => ({
    code,
    stageKey: stageRun.stageKey,
    decisionId,
  });
  const named = eligibleNow(after, people);
  const isVetoed = after.veto && decisions.some(({ verdict }) => verdict === 'reject');
  const others = (one: Decision) => snapshot.decisions.filter(({ id }) => id !== one.id);
  const rules: readonly (readonly [MigrationProblemCode, (decision: Decision) => boolean])[] = [
    [
      'decider_not_eligible',
      ({ actorId, onBehalfOfId }) => [...named, ...stageRun.appointedIds].includes(onBehalfOfId ?? actorId),
    ],
    [
      'duties_not_separate',
      (one) => {
        const run = { judged, decisions: others(one), overrides: snapshot.overrides };
        return involved(one).every((memberId) => separationBreach(to, after, run, memberId) === null);
      },
    ],
    ['signature_missing', ({ signature }) => isSignedAs(after, signature)],
    ['rating_missing', ({ verifiedRating }) => !after.rates || !judged.reportedRating || verifiedRating !== null],
  ];
  const invalid = approvals.flatMap((decision) =>
    rules.filter(([, holds]) => !holds(decision)).map(([code]) => problem(code, decision.id)),
  );
  const isEnough =
    stageRun.state !== 'approved' || approvals.length >= requiredApprovals(after.quorum, stageRun.eligibleIds.length);
  return [
    ...invalid,
    ...(isEnough ? [] : [problem('quorum_not_met', null)]),
    ...(isVetoed ? [problem('vetoed', null)] : []),
    ...(watchedBy(after) === watchedBy(before) ? [] : [problem('watched_fields_changed', null)]),
  ];
}

/** Signed as what the stage now says, where it asks for a signature. */
const isSignedAs = (stage: ApprovalStage, signature: Decision['signature']): boolean =>
  !stage.signature ||
  (signature !== null && canonicalJson(signature.meaning) === canonicalJson(stage.signature.meaning));

/** A stage opens only after all before it: what stands or is open must be just where the new version would stand. */
function outOfTurn(to: WorkflowDefinition, kept: readonly StageRun[]): MigrationProblem[] {
  const passed = new Set(kept.map(({ stageKey }) => stageKey));
  const missing = frontier(to, kept).filter(({ key }) => !passed.has(key));
  return missing.map(({ key }) => ({ code: 'stage_before', stageKey: key, decisionId: null }));
}

function decisionsIn(snapshot: RunSnapshot, stageRuns: readonly StageRun[]): Decision[] {
  const ids = new Set(stageRuns.map(({ id }) => id));
  return snapshot.decisions.filter(({ stageRunId }) => ids.has(stageRunId));
}

/** What was judged has its hash over just these fields: with others, the decisions would stand for another text. */
const watchedBy = ({ watchedFields }: ApprovalStage): string => canonicalJson(watchedFields?.toSorted() ?? null);

/** All that decides who may decide what here, how it ends and what its timers do; names and places do not. */
function rulesOf({ name: _name, order: _order, ...rules }: ApprovalStage): string {
  return canonicalJson(rules);
}

const waysOf = (stages: readonly WorkflowStage[]): string =>
  canonicalJson(stages.map((stage) => ('onward' in stage && stage.onward ? [stage.key, stage.onward] : [stage.key])));
const isSameWay = ({ from, to }: Both): boolean => waysOf(from.stages) === waysOf(to.stages);
