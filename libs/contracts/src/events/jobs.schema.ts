import { z } from 'zod';
import { Id } from '../shared/scalars.schema.js';

/** Queue payloads: ids only; a handler reloads and rechecks. Names are imperative. */
export const jobSchemas = {
  'read-brief': z.strictObject({ workspaceId: Id, briefId: Id }),
  'route-event': z.strictObject({ workspaceId: Id, eventId: Id }),
  'send-mail': z.strictObject({ workspaceId: Id, deliveryId: Id }),
} as const;
export type JobName = keyof typeof jobSchemas;
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>;
export const jobNames = Object.keys(jobSchemas) as JobName[];
