import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { StatementKind, TextRange } from '../briefs/briefs.schema.js';
import { listQuery } from '../shared/list.schema.js';
import { ItemRef, MemberRef, PartyRef, Priority, TeamRef, Visibility } from '../shared/references.schema.js';
import { CalendarDate, Direction, Id, Instant, LanguageTag, Version, line, prose } from '../shared/scalars.schema.js';

/** The kinds of the first brief; each becomes a blueprint with its own fields and panel. */
export const recommendationKinds = [
  'general',
  'cooperation_framework',
  'track_separation',
  'conditional_funding',
  'scholarships',
  'civil_society_support',
  'election_assistance',
  'human_rights_vetting',
  'comparative_advantage',
  'investment_reform',
  'displacement_funding',
  'dialogue_facilitation',
] as const;
export const RecommendationKind = z.enum(recommendationKinds);
export type RecommendationKind = z.infer<typeof RecommendationKind>;

export const ratings = ['not_started', 'limited', 'substantial', 'complete'] as const;
export const Rating = z.enum(ratings);
export type Rating = z.infer<typeof Rating>;
export const lifecycles = ['open', 'closed'] as const;
export const Lifecycle = z.enum(lifecycles);
export type Lifecycle = z.infer<typeof Lifecycle>;
export const outcomes = [
  'implemented',
  'not_implemented',
  'overtaken_by_events',
  'superseded',
  'withdrawn',
  'cancelled',
] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;
export const responses = ['accepted', 'partially_accepted', 'rejected', 'noted'] as const;
export const ResponseVerdict = z.enum(responses);
export type ResponseVerdict = z.infer<typeof ResponseVerdict>;

export const RecommendationSummary = z
  .object({
    id: Id,
    reference: z.string(),
    version: Version,
    title: z.string(),
    kind: RecommendationKind,
    visibility: Visibility,
    lifecycle: Lifecycle,
    outcome: Outcome.nullable(),
    owner: MemberRef.nullable(),
    team: TeamRef.nullable(),
    priority: Priority,
    response: ResponseVerdict.nullable(),
    reportedRating: Rating.nullable(),
    verifiedRating: Rating.nullable(),
    dueOn: CalendarDate.nullable(),
    overdue: z.boolean(),
    waiting: z.boolean(),
    taskCounts: z.object({ total: z.int(), done: z.int() }),
    updatedAt: Instant,
    abilities: Abilities,
  })
  .meta({ id: 'RecommendationSummary', description: 'waiting: an approval is open on it' });
export type RecommendationSummary = z.infer<typeof RecommendationSummary>;

export const Recommendation = RecommendationSummary.extend({
  text: z.string(),
  language: LanguageTag,
  direction: Direction,
  section: z.string().nullable(),
  contributors: z.array(MemberRef),
  named: z.array(MemberRef),
  addressees: z.array(PartyRef),
  responseDetail: z
    .object({
      response: ResponseVerdict,
      part: z.string().nullable(),
      reason: z.string(),
      respondedBy: z.string(),
      respondedAt: Instant,
    })
    .nullable(),
  closing: z
    .object({ outcome: Outcome, reason: z.string().nullable(), supersededBy: ItemRef.nullable(), closedAt: Instant })
    .nullable(),
  ratingReason: z.string().nullable(),
  progress: z.int().nullable(),
  source: z
    .object({ briefId: Id, briefTitle: z.string(), passageId: Id, ranges: z.array(TextRange), words: z.string() })
    .nullable(),
  addresses: z.array(z.object({ id: Id, kind: StatementKind, text: z.string() })),
  serves: z.array(z.object({ id: Id, kind: StatementKind, text: z.string() })),
  dueHistory: z.array(
    z.object({
      from: CalendarDate.nullable(),
      to: CalendarDate.nullable(),
      reason: z.string().nullable(),
      by: z.string(),
      at: Instant,
    }),
  ),
  recordVersion: z.int(),
  createdAt: Instant,
}).meta({
  id: 'Recommendation',
  description:
    'named: who may see a restricted one beside its owner and contributors; recordVersion: of the official record, what a submission is based on',
});
export type Recommendation = z.infer<typeof Recommendation>;

export const RecommendationListQuery = listQuery({
  status: Lifecycle.optional(),
  kind: RecommendationKind.optional(),
  owner: z.union([Id, z.literal('me'), z.literal('none')]).optional(),
  team: z.union([Id, z.literal('none')]).optional(),
  rating: z.union([Rating, z.literal('none')]).optional(),
  dueBefore: CalendarDate.optional(),
  overdue: z.stringbool().optional(),
  waiting: z.stringbool().optional(),
  brief: z.union([Id, z.literal('none')]).optional(),
  /** Its id or its heading, or `none`. */
  section: z.string().max(500).optional(),
  reference: z.string().max(40).optional(),
  statement: Id.optional(),
  q: z.string().max(200).optional(),
});
export type RecommendationListQuery = z.infer<typeof RecommendationListQuery>;

export const RecommendationCreation = z.strictObject({
  title: line(200),
  text: prose(20_000).min(1),
  language: LanguageTag.default('en'),
  kind: RecommendationKind.default('general'),
  visibility: Visibility.default('workspace'),
  namedMemberIds: z.array(Id).max(200).default([]),
  referencePrefix: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,7}$/)
    .default('REC'),
  priority: Priority.default('normal'),
  addresseeIds: z.array(Id).max(50).default([]),
  dueOn: CalendarDate.nullable().optional(),
});
export type RecommendationCreation = z.infer<typeof RecommendationCreation>;

export const RecommendationChange = z.strictObject({
  version: Version,
  title: line(200).optional(),
  kind: RecommendationKind.optional(),
  priority: Priority.optional(),
  visibility: Visibility.optional(),
  namedMemberIds: z.array(Id).max(200).optional(),
  addresseeIds: z.array(Id).max(50).optional(),
});
export type RecommendationChange = z.infer<typeof RecommendationChange>;

export const ResponseInput = z
  .strictObject({
    response: ResponseVerdict,
    part: prose(2_000).optional(),
    reason: prose(5_000).min(1),
    version: Version.optional(),
  })
  .refine((input) => input.response !== 'partially_accepted' || Boolean(input.part), {
    path: ['part'],
    message: 'Say which part is accepted',
  });
export type ResponseInput = z.infer<typeof ResponseInput>;

/** Absent leaves, null clears. An owner and a team exclude each other: naming one clears the other. */
export const AssignmentInput = z.strictObject({
  version: Version.optional(),
  ownerId: Id.nullable().optional(),
  teamId: Id.nullable().optional(),
  contributorIds: z.array(Id).max(200).optional(),
  dueOn: CalendarDate.nullable().optional(),
  dueReason: prose(2_000).optional(),
});
export type AssignmentInput = z.infer<typeof AssignmentInput>;
/** One assignment for several recommendations; each is its own transaction with its own result. */
export const BulkAssignment = z.strictObject({
  ids: z.array(Id).min(1).max(200),
  assignment: AssignmentInput.omit({ version: true }),
});
export type BulkAssignment = z.infer<typeof BulkAssignment>;
export const BulkResult = z
  .object({ results: z.array(z.object({ id: Id, status: z.int(), code: z.string().optional() })) })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;

export const LinksInput = z.strictObject({
  version: Version.optional(),
  addresses: z.array(Id).max(200),
  serves: z.array(Id).max(200),
});
export type LinksInput = z.infer<typeof LinksInput>;
/** Version of the record as it stood after each approved submission, newest first. */
export const OfficialRecord = z
  .object({
    version: z.int(),
    submissionId: Id.nullable(),
    narrative: z.string().nullable(),
    progress: z.int().nullable(),
    fields: z.record(z.string(), z.unknown()),
    reportedRating: Rating.nullable(),
    verifiedRating: Rating.nullable(),
    ratingReason: z.string().nullable(),
    approvedBy: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'OfficialRecord' });
export type OfficialRecord = z.infer<typeof OfficialRecord>;
export const RecommendationHistoryQuery = listQuery({});
export type RecommendationHistoryQuery = z.infer<typeof RecommendationHistoryQuery>;
