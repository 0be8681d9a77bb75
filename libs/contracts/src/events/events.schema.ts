import { z } from 'zod';
import { Id, Instant } from '../shared/scalars.schema.js';
import { eventTypes } from './event-types.js';

export const EventType = z.enum(eventTypes);
export type EventType = z.infer<typeof EventType>;

/** What the outbox carries and the queue's handlers reload; ids and plain facts only, no free text. */
export const EventEnvelope = z.object({
  id: Id,
  type: EventType,
  version: z.literal(1),
  workspaceId: Id,
  actorId: Id.nullable(),
  subject: z.object({ kind: z.string(), id: Id }),
  itemId: Id.nullable(),
  correlation: z.string(),
  at: Instant,
  data: z.record(z.string(), z.unknown()),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;
