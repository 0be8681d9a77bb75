import { z } from 'zod';
import { Id, Instant } from '../shared/scalars.schema.js';

/** A workflow as the list shows it; its stages stand in the definition of the published version. */
export const WorkflowSummary = z
  .object({
    id: Id,
    key: z.string(),
    name: z.record(z.string(), z.string()),
    subject: z.string(),
    publishedVersion: z.int().nullable(),
    publishedAt: Instant.nullable(),
    hash: z.string().nullable(),
  })
  .meta({ id: 'WorkflowSummary' });
export type WorkflowSummary = z.infer<typeof WorkflowSummary>;
