import { z } from 'zod';
import { SubmissionKind } from '../submissions/submissions.schema.js';
import { StageKey } from './workflow-definition.schema.js';
import { DraftStage } from './workflow-draft.schema.js';

/** What of a stage a version can change; its key and kind make it another stage, its order moves it. */
export const stageFields = [
  'name',
  'eligibility',
  'quorum',
  'veto',
  'separateFrom',
  'excludes',
  'verdicts',
  'reasonRequiredFor',
  'watchedFields',
  'onReject',
  'requestChanges',
  'rates',
  'parallelGroup',
  'deadline',
  'onward',
  'signature',
  'overridableBy',
] as const;
export const StageField = z.enum(stageFields);
export type StageField = z.infer<typeof StageField>;

const StageName = z.object({ key: StageKey, name: DraftStage.shape.name });

/** One thing that two versions do not have in common. `after`: the stage that goes before it now; null where it comes first. */
export const WorkflowChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('renamed'), from: DraftStage.shape.name, to: DraftStage.shape.name }),
    z.object({ kind: z.literal('subjects-changed'), from: z.array(SubmissionKind), to: z.array(SubmissionKind) }),
    z.object({ kind: z.literal('stage-added'), stage: DraftStage, after: StageName.nullable() }),
    z.object({ kind: z.literal('stage-removed'), stage: DraftStage }),
    z.object({ kind: z.literal('stage-moved'), stage: StageName, after: StageName.nullable() }),
    z.object({
      kind: z.literal('stage-changed'),
      stage: StageName,
      field: StageField,
      /** As the definition has it; null also where it is absent. */
      from: z.unknown(),
      to: z.unknown(),
    }),
  ])
  .meta({ id: 'WorkflowChange' });
export type WorkflowChange = z.infer<typeof WorkflowChange>;

export const WorkflowDifference = z
  .object({ from: z.int(), to: z.int(), changes: z.array(WorkflowChange) })
  .meta({ id: 'WorkflowDifference' });
export type WorkflowDifference = z.infer<typeof WorkflowDifference>;

/** Without `from`: the version that the one asked about was begun from, else the one before it. */
export const WorkflowDifferenceQuery = z.strictObject({ from: z.coerce.number().int().min(1).optional() });
export type WorkflowDifferenceQuery = z.infer<typeof WorkflowDifferenceQuery>;
