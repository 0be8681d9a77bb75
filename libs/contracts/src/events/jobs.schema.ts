import { z } from 'zod';
import { Id } from '../shared/scalars.schema.js';

/** Queue payloads: ids only; a handler reloads and rechecks. Names are imperative. */
export const jobSchemas = {
  'read-brief': z.strictObject({ workspaceId: Id, briefId: Id }),
  /** Lets a timer act; the job waits in the queue until the timer is due. */
  'wake-timer': z.strictObject({ workspaceId: Id, timerId: Id }),
  'route-event': z.strictObject({ workspaceId: Id, eventId: Id }),
  /** Words and sends what one delivery owes its recipient. */
  'send-mail': z.strictObject({ workspaceId: Id, deliveryId: Id }),
  /** Sends a mail that was worded where it was queued: an invitation, a new password. */
  'send-message': z.strictObject({ workspaceId: Id, messageId: Id }),
} as const;
export type JobName = keyof typeof jobSchemas;
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>;
export const jobNames = Object.keys(jobSchemas) as JobName[];

/**
 * One job of any name. Its id is that of what it is about, so that adding it again changes nothing while it is there. `notBefore` keeps
 * it waiting until then, by the clock of whoever adds it.
 */
export type Job = { [N in JobName]: { name: N; id: string; payload: JobPayload<N>; notBefore?: Date } }[JobName];
