import { z } from 'zod';
import { Rating } from '../recommendations/recommendations.schema.js';
import { MemberRef } from '../shared/references.schema.js';
import { Id, Instant } from '../shared/scalars.schema.js';
import { StageKey, StageKind } from './workflow-definition.schema.js';
import { DraftStage } from './workflow-draft.schema.js';

/** What is tried: an item, or a sample of one; who hands in, or nobody in particular; and what the submission says. */
export const WorkflowDryRunInput = z
  .strictObject({
    itemId: Id.optional(),
    submitterId: Id.optional(),
    submission: z
      .strictObject({
        progress: z.int().min(0).max(100).optional(),
        rating: Rating.optional(),
        fields: z.record(z.string().max(100), z.unknown()).default({}),
      })
      .prefault({}),
  })
  .prefault({});
export type WorkflowDryRunInput = z.infer<typeof WorkflowDryRunInput>;

export const leftOutReasons = ['is_submitter', 'may_not_see', 'inactive'] as const;

export const DryRunStage = z
  .object({
    key: StageKey,
    name: DraftStage.shape.name,
    kind: StageKind,
    /** False for a stage that a route leads past. */
    isOnTheWay: z.boolean(),
    /** Whom it would ask, each with the places of the rules in `eligibility` that name them. */
    asks: z.array(z.object({ member: MemberRef, rules: z.array(z.int()) })),
    leftOut: z.array(z.object({ member: MemberRef, reason: z.enum(leftOutReasons) })),
    /** Stages whose deciders may not decide here; who that is only their decisions say. */
    apartFrom: z.array(StageKey),
    required: z.int().nullable(),
    /** When it would open, at the latest: every stage before it took all of its time. */
    opensAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    remindAt: z.array(Instant),
    escalations: z.array(z.object({ at: Instant, tells: z.array(MemberRef), asksThem: z.boolean() })),
    /** Where the way goes on; `when` is the condition that held. Null where the next stage in order follows. */
    onward: z.object({ to: StageKey, when: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'DryRunStage' });
export type DryRunStage = z.infer<typeof DryRunStage>;

export const dryRunWarnings = ['nobody_eligible', 'too_few_eligible', 'too_few_apart'] as const;
export const DryRunWarning = z
  .object({
    code: z.enum(dryRunWarnings),
    stageKeys: z.array(StageKey),
    required: z.int(),
    available: z.int(),
    /** Some of those who could be named there. */
    couldAdd: z.array(MemberRef),
  })
  .meta({ id: 'DryRunWarning' });
export type DryRunWarning = z.infer<typeof DryRunWarning>;

export const WorkflowDryRun = z.object({ stages: z.array(DryRunStage), warnings: z.array(DryRunWarning) }).meta({
  id: 'WorkflowDryRun',
  description: 'What a version would do if this were handed in now; nothing is written',
});
export type WorkflowDryRun = z.infer<typeof WorkflowDryRun>;
