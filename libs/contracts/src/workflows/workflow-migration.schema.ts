import { z } from 'zod';
import { ItemRef, MemberRef } from '../shared/references.schema.js';
import { Id, prose } from '../shared/scalars.schema.js';
import { Verdict } from '../approvals/approvals.schema.js';

export const migrationProblems = [
  'stage_gone',
  'stage_before',
  'route_changed',
  'open_stage_changed',
  'quorum_not_met',
  'vetoed',
  'decider_not_eligible',
  'duties_not_separate',
  'watched_fields_changed',
  'rating_missing',
  'signature_missing',
  'override_not_kept',
] as const;
/** Why a run, or one decision of it, cannot be carried over to another version as it stands. */
export const MigrationProblemCode = z.enum(migrationProblems);
export type MigrationProblemCode = z.infer<typeof MigrationProblemCode>;

export const MOST_MIGRATED = 500;

export const WorkflowMigrationInput = z.strictObject({
  /** The published version that the runs are to stand under. */
  to: z.int().min(1),
  /** Only runs that stand under this version. */
  from: z.int().min(1).optional(),
  /** Only these; without them, the first 500 by item. */
  runIds: z.array(Id).min(1).max(MOST_MIGRATED).optional(),
  /** Says what would come of it and changes nothing. */
  dryRun: z.boolean(),
  /** Has to be given where something is changed. */
  reason: prose(2_000).min(1).optional(),
});
export type WorkflowMigrationInput = z.infer<typeof WorkflowMigrationInput>;

const Problems = z.array(z.object({ code: MigrationProblemCode, stageKey: z.string() }));

export const MigratedRun = z.object({
  runId: Id,
  item: ItemRef,
  from: z.int(),
  isReady: z.boolean(),
  /** Those that count now, each with what makes it invalid under the new version. */
  decisions: z.array(
    z.object({
      id: Id,
      stageKey: z.string(),
      actor: MemberRef,
      verdict: Verdict,
      isValid: z.boolean(),
      problems: Problems,
    }),
  ),
  /** Open stages with other rules in which nobody has decided yet: those asked are asked anew. */
  askedAnew: z.array(z.string()),
  problems: Problems,
});
export type MigratedRun = z.infer<typeof MigratedRun>;

export const WorkflowMigration = z
  .object({
    to: z.int(),
    dryRun: z.boolean(),
    runs: z.array(MigratedRun),
    ready: z.int(),
    /** Runs on items that the reader may not see, which stay as they are. */
    hidden: z.int(),
  })
  .meta({ id: 'WorkflowMigration', description: 'Run by run, what is carried over; all of them are, or none' });
export type WorkflowMigration = z.infer<typeof WorkflowMigration>;
