import { z } from 'zod';
import { ItemRef, MemberRef, TeamRef } from '../shared/references.schema.js';
import { CalendarDate, Id, Instant } from '../shared/scalars.schema.js';
import { ratings } from '../recommendations/recommendations.schema.js';

export const rollupGroupings = ['brief', 'section', 'kind', 'owner', 'team', 'status', 'rating'] as const;
export const RollupGrouping = z.enum(rollupGroupings);
export type RollupGrouping = z.infer<typeof RollupGrouping>;
export const RollupQuery = z.strictObject({ groupBy: RollupGrouping.default('status'), brief: Id.optional() });
export type RollupQuery = z.infer<typeof RollupQuery>;

export const ByRating = z.object(
  Object.fromEntries([...ratings, 'unrated' as const].map((r) => [r, z.int()])) as Record<
    (typeof ratings)[number] | 'unrated',
    z.ZodInt
  >,
);
export const RollupGroup = z
  .object({
    key: z.string().nullable(),
    label: z.string().nullable(),
    total: z.int(),
    open: z.int(),
    closed: z.int(),
    overdue: z.int(),
    byRating: ByRating,
    waiting: z.int(),
  })
  .meta({ id: 'RollupGroup', description: 'key null: none (no owner, no team, no brief)' });
export type RollupGroup = z.infer<typeof RollupGroup>;
export const Rollup = z
  .object({ asOf: Instant, groups: z.array(RollupGroup), hidden: z.int(), formula: z.string() })
  .meta({ id: 'Rollup', description: 'hidden: recommendations the reader may not see, in none of the groups' });
export type Rollup = z.infer<typeof Rollup>;

export const SeriesQuery = z.strictObject({
  weeks: z.coerce.number().int().min(1).max(104).default(8),
  brief: Id.optional(),
});
export type SeriesQuery = z.infer<typeof SeriesQuery>;
export const RollupSeries = z
  .object({
    asOf: Instant,
    formula: z.string(),
    points: z.array(z.object({ on: CalendarDate, total: z.int(), open: z.int(), closed: z.int(), byRating: ByRating })),
    hidden: z.int(),
  })
  .meta({
    id: 'RollupSeries',
    description: 'one point a week, at the end of its day in the workspace time zone; the last is now',
  });
export type RollupSeries = z.infer<typeof RollupSeries>;

export const StuckQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });
export const Stuck = z
  .object({
    asOf: Instant,
    formula: z.string(),
    items: z.array(
      z.object({
        item: ItemRef,
        approvalIds: z.array(Id),
        stage: z.record(z.string(), z.string()),
        waitingOn: z.array(MemberRef),
        waitingOnTeam: TeamRef.nullable(),
        since: Instant,
        days: z.number(),
      }),
    ),
    hidden: z.int(),
  })
  .meta({ id: 'Stuck', description: 'open approval stages, the longest waiting first; days: elapsed days' });
export type Stuck = z.infer<typeof Stuck>;
