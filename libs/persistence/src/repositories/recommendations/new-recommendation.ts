import type { Direction, Priority, RecommendationKind, Visibility } from '@uptake/contracts';

/** What a recommendation begins with, whether a person wrote it or a brief's passage was confirmed. */
export interface NewRecommendation {
  /** Made by `newId(at)` beforehand, so that journal and answer can name it. */
  id: string;
  /** The verb's clock. */
  at: Date;
  /** The workspace's time zone: the calendar day that the counts of rollups belong to. */
  timeZone: string;
  createdBy: string;
  /** `IRQ` makes `IRQ-07` by the counter of that prefix. */
  referencePrefix: string;
  title: string;
  text: string;
  language: string;
  direction: Direction;
  kind?: RecommendationKind;
  visibility?: Visibility;
  /** Who may see a restricted one beside its owner; must hold the maker of a confidential one. */
  namedMemberIds?: readonly string[];
  priority?: Priority;
  /** `YYYY-MM-DD` */
  dueOn?: string | null;
  briefId?: string | null;
  sectionId?: string | null;
  passageId?: string | null;
  /** Parties, in the order they are spoken to. */
  addresseeIds?: readonly string[];
  /** The issues it addresses and the interests it serves. */
  statementIds?: readonly string[];
}

// One statement: the counter's row lock orders two makers at once, and no number is skipped when one of them fails.
export const INSERT_RECOMMENDATION = `
WITH number AS (
  INSERT INTO counter AS c (workspace_id, name, value) VALUES ($1, 'ref:' || $2::text, 1)
  ON CONFLICT (workspace_id, name) DO UPDATE SET value = c.value + 1
  RETURNING value
), reference AS (
  SELECT $2::text || '-' || lpad(value::text, greatest(2, length(value::text)), '0') AS text FROM number
), made AS (
  INSERT INTO item (workspace_id, id, kind, reference, root_id, title, visibility, status, priority, due_on, created_by, created_at, updated_at)
  SELECT $1, $3::uuid, 'recommendation', reference.text, $3::uuid, $4, $5, 'open', $6, $7::date, $8::uuid, $9::timestamptz, $9::timestamptz FROM reference
), detailed AS (
  INSERT INTO recommendation (workspace_id, item_id, blueprint, text, language, direction, brief_id, section_id, passage_id)
  VALUES ($1, $3::uuid, $10, $11, $12, $13, $14::uuid, $15::uuid, $16::uuid)
), addressed AS (
  INSERT INTO recommendation_addressee (workspace_id, item_id, party_id, position)
  SELECT $1, $3::uuid, party_id, min(position) FROM unnest($17::uuid[]) WITH ORDINALITY AS a(party_id, position) GROUP BY party_id
), answering AS (
  INSERT INTO recommendation_statement (workspace_id, item_id, statement_id) SELECT DISTINCT $1::uuid, $3::uuid, s FROM unnest($18::uuid[]) s
), named AS (
  INSERT INTO item_participant (workspace_id, item_id, member_id, part) SELECT DISTINCT $1::uuid, $3::uuid, m, 'named' FROM unnest($19::uuid[]) m
)
SELECT text AS reference FROM reference`;

export const recommendationValues = (workspaceId: string, made: NewRecommendation): unknown[] => [
  workspaceId,
  made.referencePrefix,
  made.id,
  made.title,
  made.visibility ?? 'workspace',
  made.priority ?? 'normal',
  made.dueOn ?? null,
  made.createdBy,
  made.at,
  made.kind ?? 'general',
  made.text,
  made.language,
  made.direction,
  made.briefId ?? null,
  made.sectionId ?? null,
  made.passageId ?? null,
  made.addresseeIds ?? [],
  made.statementIds ?? [],
  made.namedMemberIds ?? [],
];
