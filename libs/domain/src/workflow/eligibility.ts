import type { ApprovalStage, EligibilityRule, WorkflowDefinition } from '@uptake/contracts';
import { evaluateExpression, type ExpressionFacts, type MemberFacts } from './expressions/index.js';
import { type JudgedRun, separationBreach } from './separation.js';
import type { PeopleNow } from './types.js';

/** What a shell knows about people and the item when it resolves a stage's rules. */
export interface EligibilityFacts extends Pick<ExpressionFacts, 'submission' | 'item'> {
  readonly members: readonly (MemberFacts & { readonly isActive: boolean })[];
  /** Owners of the item judged, and of the item above it; a team's members where a team owns. */
  readonly ownerIds: Readonly<Record<'item' | 'parent', readonly string[]>>;
}

/** The active members whom any of the rules names, in the order in which `facts` lists them. */
export function resolveEligible(rules: readonly EligibilityRule[], facts: EligibilityFacts): string[] {
  return facts.members
    .filter((member) => member.isActive && rules.some((rule) => doesName(rule, member, facts)))
    .map((member) => member.id);
}

function doesName(
  rule: EligibilityRule,
  member: EligibilityFacts['members'][number],
  facts: EligibilityFacts,
): boolean {
  if ('role' in rule) return member.roles.includes(rule.role);
  if ('team' in rule) return member.teamIds.includes(rule.team);
  if ('members' in rule) return rule.members.includes(member.id);
  if ('ownerOf' in rule) return facts.ownerIds[rule.ownerOf].includes(member.id);
  if ('where' in rule) {
    const { submission, item } = facts;
    const { id, roles, teamIds } = member;
    return evaluateExpression('eligibility', rule.where, { submission, item, member: { id, roles, teamIds } });
  }
  throw new Error(`No published version has a rule by ${Object.keys(rule).join()}`);
}

/** Everything in a stage that names people to ask or to tell. */
export function rulesOf({ eligibility, deadline, overridableBy = [] }: ApprovalStage): EligibilityRule[] {
  return [...eligibility, ...overridableBy, ...(deadline?.escalations ?? []).flatMap(({ to }) => to)];
}

/** Per key of every stage with a ladder: whom each of its rungs names. */
export function resolveEscalation(
  stages: readonly ApprovalStage[],
  facts: EligibilityFacts,
): NonNullable<PeopleNow['escalation']> {
  return Object.fromEntries(
    stages.flatMap(({ key, deadline }) =>
      deadline?.escalations ? [[key, deadline.escalations.map(({ to }) => resolveEligible(to, facts))]] : [],
    ),
  );
}

/** Whom the rules of a stage name now and who are active. Throws when the caller resolved nothing for the stage. */
export function eligibleNow(stage: ApprovalStage, people: PeopleNow): string[] {
  const named = people.eligible[stage.key];
  if (!named) throw new Error(`No eligible people were handed in for stage "${stage.key}"`);
  return [...new Set(named)].filter((memberId) => people.activeMemberIds.includes(memberId));
}

/** Whom a stage would ask if it opened now: the eligible without those the separation of duties leaves out. */
export function askableNow(
  definition: WorkflowDefinition,
  stage: ApprovalStage,
  run: JudgedRun,
  people: PeopleNow,
): string[] {
  return eligibleNow(stage, people).filter((memberId) => separationBreach(definition, stage, run, memberId) === null);
}
