import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { Direction, Id, Instant, LanguageTag, Version, line, prose } from '../shared/scalars.schema.js';

export const briefStatuses = ['extracting', 'ready', 'confirmed', 'failed'] as const;
export const BriefStatus = z.enum(briefStatuses);
export type BriefStatus = z.infer<typeof BriefStatus>;

/** The most characters a brief may hold; a longer one is refused by name. */
export const MAX_BRIEF_CHARS = 5_000_000;

export const BriefImport = z.strictObject({
  title: line(300).optional(),
  text: z.string().min(1).max(MAX_BRIEF_CHARS),
  /** Prefix of the references to be made (`IRQ` makes `IRQ-07`); derived from the title when absent. */
  referencePrefix: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,7}$/)
    .optional(),
});
export type BriefImport = z.infer<typeof BriefImport>;

export const BriefAccepted = z.object({ id: Id, status: BriefStatus }).meta({ id: 'BriefAccepted' });
export type BriefAccepted = z.infer<typeof BriefAccepted>;

export const BriefSummary = z
  .object({
    id: Id,
    title: z.string(),
    author: z.string().nullable(),
    fileName: z.string().nullable(),
    language: LanguageTag,
    direction: Direction,
    edition: z.int(),
    status: BriefStatus,
    referencePrefix: z.string(),
    counts: z.object({ issues: z.int(), interests: z.int(), recommendations: z.int() }),
    importedBy: z.string(),
    createdAt: Instant,
    confirmedAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'BriefSummary' });
export type BriefSummary = z.infer<typeof BriefSummary>;

export const Brief = BriefSummary.extend({
  text: z.string(),
  sha256: z.string(),
  warnings: z.array(z.string()),
  error: z.string().nullable(),
  sections: z.array(z.object({ id: Id, heading: z.string(), kind: z.string(), charStart: z.int() })),
  abilities: Abilities,
}).meta({ id: 'Brief' });
export type Brief = z.infer<typeof Brief>;

export const passageKinds = ['issue', 'interest', 'recommendation', 'context'] as const;
export const PassageKind = z.enum(passageKinds);
export type PassageKind = z.infer<typeof PassageKind>;

/** Start (inclusive) and end (exclusive) in UTF-16 units of the brief's text. */
export const TextRange = z.tuple([z.int().min(0), z.int().min(1)]);
export type TextRange = z.infer<typeof TextRange>;

export const Passage = z
  .object({
    id: Id,
    kind: PassageKind,
    text: z.string(),
    number: z.string().nullable(),
    leadIn: z.string().nullable(),
    section: z.string().nullable(),
    ranges: z.array(TextRange),
    charStart: z.int(),
    charEnd: z.int(),
    confidence: z.number(),
    warnings: z.array(z.string()),
    addressees: z.array(z.string()),
    state: z.enum(['found', 'confirmed']),
    links: z.array(Id),
    itemId: Id.nullable(),
    reference: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Passage', description: 'links: the issue and interest passages a recommendation answers to' });
export type Passage = z.infer<typeof Passage>;

export const PassageChange = z.strictObject({
  version: Version.optional(),
  kind: PassageKind.optional(),
  ranges: z.array(TextRange).min(1).max(50).optional(),
  links: z.array(Id).max(200).optional(),
  addressees: z.array(line(200)).max(50).optional(),
});
export type PassageChange = z.infer<typeof PassageChange>;
/** A passage made by hand: the other half of a split, or words the parser passed over. */
export const PassageCreation = z.strictObject({
  kind: PassageKind,
  ranges: z.array(TextRange).min(1).max(50),
  addressees: z.array(line(200)).max(50).optional(),
});
export type PassageCreation = z.infer<typeof PassageCreation>;
/** The named passages become one: it keeps the first's kind, links and addressees, and all their ranges. */
export const PassageMerge = z.strictObject({ passageIds: z.array(Id).min(2).max(20) });
export type PassageMerge = z.infer<typeof PassageMerge>;
/** Cuts one passage in two at a UTF-16 offset inside its ranges. */
export const PassageSplit = z.strictObject({ at: z.int().min(1), version: Version.optional() });
export type PassageSplit = z.infer<typeof PassageSplit>;

/** The version is welcome, not asked for; the body may be left out. */
export const BriefConfirmation = z.strictObject({ version: Version.optional() }).prefault({});
export type BriefConfirmation = z.infer<typeof BriefConfirmation>;
export const ConfirmedRef = z
  .object({ id: Id, reference: z.string().nullable(), passageId: Id, text: z.string() })
  .meta({ id: 'ConfirmedRef' });
export const BriefConfirmed = z
  .object({ recommendations: z.array(ConfirmedRef), issues: z.array(ConfirmedRef), interests: z.array(ConfirmedRef) })
  .meta({ id: 'BriefConfirmed' });
export type BriefConfirmed = z.infer<typeof BriefConfirmed>;

/** Issues and interests: the statements that recommendations answer to. */
export const statementKinds = ['issue', 'interest'] as const;
export const StatementKind = z.enum(statementKinds);
export type StatementKind = z.infer<typeof StatementKind>;
export const Statement = z
  .object({
    id: Id,
    kind: StatementKind,
    text: z.string(),
    language: LanguageTag,
    direction: Direction,
    briefId: Id.nullable(),
    passageId: Id.nullable(),
    holder: z.object({ id: Id, name: z.string() }).nullable(),
    recommendationCount: z.int(),
    version: Version,
    abilities: Abilities,
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;
export const StatementCreation = z.strictObject({
  text: prose(10_000).min(1),
  language: LanguageTag.default('en'),
  holderId: Id.nullable().optional(),
});
export type StatementCreation = z.infer<typeof StatementCreation>;
export const StatementChange = z.strictObject({
  version: Version,
  text: prose(10_000).min(1).optional(),
  holderId: Id.nullable().optional(),
});
export type StatementChange = z.infer<typeof StatementChange>;

export const Party = z
  .object({ id: Id, name: z.string(), kind: z.string(), version: Version, abilities: Abilities })
  .meta({ id: 'Party' });
export type Party = z.infer<typeof Party>;
export const partyKinds = [
  'government',
  'donor',
  'commission',
  'civil_society',
  'international',
  'armed_group',
  'other',
] as const;
export const PartyCreation = z.strictObject({ name: line(200), kind: z.enum(partyKinds).default('other') });
export type PartyCreation = z.infer<typeof PartyCreation>;
export const PartyChange = z.strictObject({
  version: Version,
  name: line(200).optional(),
  kind: z.enum(partyKinds).optional(),
});
export type PartyChange = z.infer<typeof PartyChange>;
