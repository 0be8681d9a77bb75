import { z } from 'zod';
import { SubmissionKind } from '../submissions/submissions.schema.js';
import { StageKey, StageKind } from './workflow-definition.schema.js';

/** Far above any workflow that people could follow; keeps a draft from becoming a place to store things. */
const DRAFT_CHARACTERS = 200_000;

/** A name by language as it is being typed: any of them may still be empty. */
const DraftName = z.strictObject({ en: z.string().max(120), ar: z.string().max(120).optional() });

/** What tells a stage apart; all else of it is kept as the designer has it, and judged as a whole. */
export const DraftStage = z.looseObject({
  kind: StageKind,
  key: StageKey,
  name: DraftName,
  order: z.int().min(1).max(1000),
});
export type DraftStage = z.infer<typeof DraftStage>;

/**
 * A definition in the making. Only its frame is checked, so that nothing half done is lost; what keeps it from being a
 * `WorkflowDefinition` comes with every answer as `problems`.
 */
export const DraftDefinition = z
  .strictObject({
    format: z.literal(1),
    key: StageKey,
    name: DraftName,
    subjects: z.array(SubmissionKind).max(4),
    stages: z.array(DraftStage).max(50),
  })
  .refine((draft) => JSON.stringify(draft).length <= DRAFT_CHARACTERS, {
    message: `A workflow takes at most ${DRAFT_CHARACTERS} characters`,
  })
  .meta({
    id: 'WorkflowDraftDefinition',
    description: 'A WorkflowDefinition in the making: stages may lack what the finished one must have',
  });
export type DraftDefinition = z.infer<typeof DraftDefinition>;

/** What keeps a draft from being published. `path` leads into the definition, e.g. `stages.2.quorum.count`. */
export const DraftProblem = z
  .object({ code: z.string(), stageKey: z.string().nullable(), path: z.string(), message: z.string() })
  .meta({ id: 'WorkflowProblem' });
export type DraftProblem = z.infer<typeof DraftProblem>;
