import type {
  ApprovalStage,
  DryRunStage,
  DryRunWarning,
  MemberRef,
  WorkflowDefinition,
  WorkflowStage,
} from '@uptake/contracts';
import { type WorkingCalendar, addWorkingDays } from '../../working-time/index.js';
import { type EligibilityFacts, resolveEligible } from '../eligibility.js';
import { requiredApprovals } from '../quorum.js';
import { stagesAhead, wayOn } from '../routes.js';
import type { JudgedRevision } from '../run-snapshot.js';
import { exclusiveStageKeys } from '../separation.js';
import { findShortages } from '../shortage.js';
import { type Step, approvalStages, stepsInOrder } from '../stage-order.js';

export interface DryRunFacts extends EligibilityFacts {
  readonly members: readonly (EligibilityFacts['members'][number] & {
    readonly name: string;
    readonly maySee: boolean;
  })[];
}

export interface DryRunSetting {
  /** Null: nobody in particular hands in. */
  readonly submitterId: string | null;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

const MOST_NAMED = 10;

/**
 * What a version would do if this were handed in now and every stage approved: whom each would ask by which rule, who is left out,
 * by when, and which way would be taken. It decides nothing and knows no clock. The definition is sound (`problemsOfDraft` is empty).
 */
export function simulateRun(
  definition: WorkflowDefinition,
  facts: DryRunFacts,
  setting: DryRunSetting,
): { stages: DryRunStage[]; warnings: DryRunWarning[] } {
  const routeFacts = { judged: judgedBy(setting.submitterId, facts), item: facts.item };
  const onTheWay = new Set(stagesAhead(definition, [], routeFacts).map(({ key }) => key));
  let opensAt = setting.now;
  const stages = stepsInOrder(definition).flatMap((step) => {
    const isOnTheWay = onTheWay.has(step[0].key);
    const way = isOnTheWay ? wayOn(step, routeFacts) : null;
    const shown = step.map((stage, index): DryRunStage => ({
      ...asked(definition, stage, facts, setting.submitterId),
      ...times(stage, isOnTheWay ? opensAt : null, facts, setting.calendar),
      isOnTheWay,
      onward: way && index === step.length - 1 ? { to: way.to, when: way.when } : null,
    }));
    if (isOnTheWay) opensAt = endOf(step, shown, opensAt);
    return shown;
  });
  return { stages, warnings: warningsOf(definition, stages, facts, setting.submitterId) };
}

/** A revision that nobody wrote; the routes look at what it says alone. */
const judgedBy = (submitterId: string | null, { submission }: DryRunFacts): JudgedRevision => ({
  submissionId: '',
  revision: 1,
  contentHash: '',
  fieldHashes: {},
  submitterId: submitterId ?? '',
  editorIds: [],
  reportedRating: submission.rating,
  facts: submission,
});

type Asked = Pick<DryRunStage, 'key' | 'name' | 'kind' | 'asks' | 'leftOut' | 'apartFrom' | 'required'>;

function asked(
  definition: WorkflowDefinition,
  stage: WorkflowStage,
  facts: DryRunFacts,
  submitterId: string | null,
): Asked {
  const { key, name, kind } = stage;
  if (stage.kind !== 'approval') return { key, name, kind, asks: [], leftOut: [], apartFrom: [], required: null };
  const rulesOf = new Map<string, number[]>();
  const all = { ...facts, members: facts.members.map((member) => ({ ...member, isActive: true })) };
  stage.eligibility.forEach((rule, index) => {
    for (const id of resolveEligible([rule], all)) rulesOf.set(id, [...(rulesOf.get(id) ?? []), index]);
  });
  const named = facts.members.filter(({ id }) => rulesOf.has(id));
  const leftOut = named.flatMap((member) => {
    const reason = reasonOf(member, submitterId);
    return reason ? [{ member: refOf(member), reason }] : [];
  });
  const asks = named
    .filter((member) => reasonOf(member, submitterId) === null)
    .map((member) => ({ member: refOf(member), rules: rulesOf.get(member.id) ?? [] }));
  const required = requiredApprovals(stage.quorum, asks.length);
  return { key, name, kind, asks, leftOut, apartFrom: exclusiveStageKeys(definition, stage), required };
}

function reasonOf(
  member: DryRunFacts['members'][number],
  submitterId: string | null,
): DryRunStage['leftOut'][number]['reason'] | null {
  if (member.id === submitterId) return 'is_submitter';
  if (!member.isActive) return 'inactive';
  return member.maySee ? null : 'may_not_see';
}

type Times = Pick<DryRunStage, 'opensAt' | 'dueAt' | 'remindAt' | 'escalations'>;

function times(stage: WorkflowStage, opensAt: Date | null, facts: DryRunFacts, calendar: WorkingCalendar): Times {
  const opened = opensAt && stage.kind !== 'end' ? opensAt.toISOString() : null;
  const deadline = stage.kind === 'approval' ? stage.deadline : undefined;
  if (!opensAt || !deadline) return { opensAt: opened, dueAt: null, remindAt: [], escalations: [] };
  const after = (days: number) => addWorkingDays(calendar, opensAt, days).toISOString();
  return {
    opensAt: opened,
    dueAt: after(deadline.workingDays),
    remindAt: [...deadline.remindAfter].sort((a, b) => a - b).map(after),
    escalations: (deadline.escalations ?? []).map(({ afterWorkingDays, to, asksThem }) => ({
      at: after(afterWorkingDays),
      tells: refsOf(resolveEligible(to, facts), facts),
      asksThem,
    })),
  };
}

/** When a step is over at the latest: at the last of its deadlines, or as soon as it opens where it has none. */
function endOf(step: Step, shown: readonly DryRunStage[], opensAt: Date): Date {
  const ends = step.map((_, index) => Date.parse(shown[index]?.dueAt ?? opensAt.toISOString()));
  return new Date(Math.max(...ends));
}

function warningsOf(
  definition: WorkflowDefinition,
  stages: readonly DryRunStage[],
  facts: DryRunFacts,
  submitterId: string | null,
): DryRunWarning[] {
  const shownOf = (key: string) => stages.find((stage) => stage.key === key);
  const ahead = approvalStages(definition).filter(({ key }) => shownOf(key)?.isOnTheWay);
  const askable = ({ key }: ApprovalStage) => (shownOf(key)?.asks ?? []).map(({ member }) => member.id);
  return findShortages(ahead, askable).map(({ stageKeys, required, available }) => {
    const there = new Set(ahead.filter(({ key }) => stageKeys.includes(key)).flatMap(askable));
    const couldAdd = facts.members
      .filter((member) => reasonOf(member, submitterId) === null && !there.has(member.id))
      .slice(0, MOST_NAMED)
      .map(refOf);
    const code = stageKeys.length > 1 ? 'too_few_apart' : available === 0 ? 'nobody_eligible' : 'too_few_eligible';
    return { code, stageKeys: [...stageKeys], required, available, couldAdd };
  });
}

const refOf = ({ id, name, isActive }: DryRunFacts['members'][number]): MemberRef => ({ id, name, active: isActive });
const refsOf = (ids: readonly string[], { members }: DryRunFacts): MemberRef[] =>
  members.filter(({ id, maySee }) => maySee && ids.includes(id)).map(refOf);
