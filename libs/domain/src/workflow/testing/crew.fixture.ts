import type { Role, WorkflowDefinition } from '@uptake/contracts';
import { approvalStages } from '../stage-order.js';
import { resolveEligible, resolveEscalation } from '../eligibility.js';
import type { ItemFacts, SubmissionFacts } from '../expressions/index.js';
import type { PeopleNow } from '../types.js';

const plainUpdate: SubmissionFacts = { kind: 'update', progress: null, rating: null, fields: {} };

/** The people of a test: who is active with which roles, and so whom each stage names at this instant. */
export class Crew {
  private readonly members = new Map<string, { roles: Set<Role>; isActive: boolean }>();

  constructor(roles: Readonly<Record<string, readonly Role[]>>) {
    for (const [id, held] of Object.entries(roles)) this.members.set(id, { roles: new Set(held), isActive: true });
  }

  get ids(): string[] {
    return [...this.members.keys()];
  }

  setActive(id: string, isActive: boolean): void {
    this.of(id).isActive = isActive;
  }

  grant(id: string, role: Role): void {
    this.of(id).roles.add(role);
  }

  revoke(id: string, role: Role): void {
    this.of(id).roles.delete(role);
  }

  holds(id: string, role: Role): boolean {
    return this.of(id).roles.has(role);
  }

  isActive(id: string): boolean {
    return this.of(id).isActive;
  }

  /** Whom the stages name for a submission; conditions may look at it and at the item. */
  now(
    definition: WorkflowDefinition,
    submission: SubmissionFacts = plainUpdate,
    item: ItemFacts | null = null,
  ): PeopleNow {
    const facts = this.facts(submission, item);
    return {
      eligible: Object.fromEntries(
        approvalStages(definition).map((stage) => [stage.key, resolveEligible(stage.eligibility, facts)]),
      ),
      item,
      escalation: resolveEscalation(approvalStages(definition), facts),
      activeMemberIds: facts.members.filter((member) => member.isActive).map((member) => member.id),
    };
  }

  /** Whom each stage's `overridableBy` names at this instant. */
  overriders(
    definition: WorkflowDefinition,
    submission: SubmissionFacts = plainUpdate,
    item: ItemFacts | null = null,
  ): Record<string, string[]> {
    const facts = this.facts(submission, item);
    return Object.fromEntries(
      approvalStages(definition).map((stage) => [stage.key, resolveEligible(stage.overridableBy ?? [], facts)]),
    );
  }

  private facts(submission: SubmissionFacts, item: ItemFacts | null) {
    const members = [...this.members].map(([id, { roles, isActive }]) => ({
      id,
      isActive,
      roles: [...roles],
      teamIds: [],
    }));
    return { members, ownerIds: { item: [], parent: [] }, submission, item };
  }

  private of(id: string) {
    const member = this.members.get(id);
    if (!member) throw new Error(`Nobody is called ${id}`);
    return member;
  }
}
