import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { listQuery } from '../shared/list.schema.js';
import { ItemRef, MemberRef } from '../shared/references.schema.js';
import { Id, Instant, Version, prose } from '../shared/scalars.schema.js';

export const delegationStates = ['planned', 'active', 'ended', 'revoked'] as const;
export const DelegationState = z.enum(delegationStates);
export type DelegationState = z.infer<typeof DelegationState>;

/** What is handed over: with both null everything, as by somebody out of office. */
export const DelegationScope = z.strictObject({
  workflowKeys: z.array(z.string().max(40)).min(1).max(50).nullable(),
  itemIds: z.array(Id).min(1).max(200).nullable(),
});
export type DelegationScope = z.infer<typeof DelegationScope>;

/** One member's decisions in the hands of another, for a time. */
export const Delegation = z
  .object({
    id: Id,
    from: MemberRef,
    to: MemberRef,
    scope: z.object({
      workflowKeys: z.array(z.string()).nullable(),
      itemIds: z.array(Id).nullable(),
      items: z.array(ItemRef),
    }),
    startsAt: Instant,
    endsAt: Instant,
    reason: z.string().nullable(),
    state: DelegationState,
    createdBy: MemberRef,
    createdAt: Instant,
    revokedAt: Instant.nullable(),
    revokedBy: MemberRef.nullable(),
    version: Version,
    abilities: Abilities,
  })
  .meta({ id: 'Delegation', description: 'items: those of the scope that the reader may see' });
export type Delegation = z.infer<typeof Delegation>;

/** `fromId` is oneself where it is left out; the start is now. At most a year. */
export const DelegationInput = z.strictObject({
  fromId: Id.optional(),
  toId: Id,
  scope: DelegationScope.default({ workflowKeys: null, itemIds: null }),
  startsAt: Instant.optional(),
  endsAt: Instant,
  reason: prose(2_000).optional(),
});
export type DelegationInput = z.infer<typeof DelegationInput>;

/** Merge patch. Start and scope can change only before it has begun; a reason of null clears it. */
export const DelegationChange = z.strictObject({
  version: Version,
  scope: DelegationScope.optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  reason: prose(2_000).nullable().optional(),
});
export type DelegationChange = z.infer<typeof DelegationChange>;

export const DelegationListQuery = listQuery({
  state: DelegationState.optional(),
  /** Of this member, given or held. */
  member: Id.optional(),
});
export type DelegationListQuery = z.infer<typeof DelegationListQuery>;
