import { z } from 'zod';
import { listQuery } from '../shared/list.schema.js';
import { MemberRef } from '../shared/references.schema.js';
import { Id, Instant } from '../shared/scalars.schema.js';

/** One change of an item, as the audit trail holds it. Clients word it by `type` and `data`. */
export const ActivityEntry = z
  .object({
    id: Id,
    type: z.string(),
    at: Instant,
    actor: MemberRef.nullable(),
    subject: z.object({ kind: z.string(), id: Id }),
    data: z.record(z.string(), z.unknown()),
    words: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({
    id: 'ActivityEntry',
    description: 'actor null: the system; words: free text of the change, null once erased',
  });
export type ActivityEntry = z.infer<typeof ActivityEntry>;
export const ActivityListQuery = listQuery({});
export type ActivityListQuery = z.infer<typeof ActivityListQuery>;
