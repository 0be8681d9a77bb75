import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { MemberRef } from '../shared/references.schema.js';
import { Id, Instant, Version, line, prose } from '../shared/scalars.schema.js';
import { SubmissionKind } from '../submissions/submissions.schema.js';
import { DraftDefinition, DraftProblem } from './workflow-draft.schema.js';
import { WorkflowVersionState } from './workflow-states.js';

/** A workflow as the list shows it; its stages stand in the definition of the published version. */
export const WorkflowSummary = z
  .object({
    id: Id,
    key: z.string(),
    name: z.record(z.string(), z.string()),
    subject: SubmissionKind,
    publishedVersion: z.int().nullable(),
    publishedAt: Instant.nullable(),
    hash: z.string().nullable(),
    /** Chosen to judge every new submission of its kind; one of each kind at most. */
    judges: z.boolean(),
    /** Numbers of the drafts in the making. */
    drafts: z.array(z.int()),
    abilities: Abilities,
  })
  .meta({ id: 'WorkflowSummary' });
export type WorkflowSummary = z.infer<typeof WorkflowSummary>;

export const WorkflowVersionSummary = z
  .object({
    id: Id,
    number: z.int(),
    state: WorkflowVersionState,
    /** Counts the changes of a draft; a write names the one it was based on. */
    version: Version,
    /** The version that was published when this one was begun. */
    basedOn: z.int().nullable(),
    /** What its publisher said of it. */
    note: z.string().nullable(),
    hash: z.string(),
    createdAt: Instant,
    createdBy: MemberRef.nullable(),
    changedAt: Instant.nullable(),
    changedBy: MemberRef.nullable(),
    publishedAt: Instant.nullable(),
    publishedBy: MemberRef.nullable(),
    retiredAt: Instant.nullable(),
    /** Runs that go on under it. */
    runsUnderWay: z.int(),
    abilities: Abilities,
  })
  .meta({ id: 'WorkflowVersionSummary' });
export type WorkflowVersionSummary = z.infer<typeof WorkflowVersionSummary>;

/** A workflow with its versions, newest first, and the managers whom administrators let change it. */
export const Workflow = WorkflowSummary.extend({
  designers: z.array(MemberRef),
  versions: z.array(WorkflowVersionSummary),
}).meta({ id: 'Workflow' });
export type Workflow = z.infer<typeof Workflow>;

export const WorkflowVersionView = WorkflowVersionSummary.extend({
  workflow: WorkflowSummary.pick({ id: true, key: true, name: true, subject: true, publishedVersion: true }),
  definition: DraftDefinition,
  problems: z.array(DraftProblem),
}).meta({ id: 'WorkflowVersion', description: 'problems: what keeps a draft from being published; none once it is' });
export type WorkflowVersionView = z.infer<typeof WorkflowVersionView>;

export const WorkflowCreation = z.strictObject({
  name: z.strictObject({ en: line(120), ar: line(120).optional() }),
  subject: SubmissionKind,
  /** A workflow whose published version, else newest, the first draft begins as; an empty one without it. */
  copyOf: Id.optional(),
});
export type WorkflowCreation = z.infer<typeof WorkflowCreation>;

/** Begins as the published version, else the newest; or as the one named. */
export const WorkflowDrafting = z.strictObject({ from: z.int().min(1).optional() }).prefault({});
export type WorkflowDrafting = z.infer<typeof WorkflowDrafting>;

export const WorkflowDraftChange = z.strictObject({ version: Version, definition: DraftDefinition });
export type WorkflowDraftChange = z.infer<typeof WorkflowDraftChange>;

export const WorkflowPublication = z.strictObject({
  /** What changes by it, and why: its readers see it in the history. */
  note: prose(2_000).min(1),
  /** The draft as its publisher saw it; a later change of it is a conflict. */
  version: Version.optional(),
  /** The published version whose place it takes, as its publisher saw it; else the one the draft was begun from. */
  replaces: z.int().min(1).nullable().optional(),
});
export type WorkflowPublication = z.infer<typeof WorkflowPublication>;

/** Managers who may change this workflow beside the administrators. */
export const WorkflowDesigners = z.strictObject({ memberIds: z.array(Id).max(100) });
export type WorkflowDesigners = z.infer<typeof WorkflowDesigners>;
