import type { EventType, Job } from '@uptake/contracts';
import { audienceRules } from './audience-of.js';

/** The types of events that give reason for a job. */
export const eventTypesWithJob: readonly EventType[] = [
  'brief.imported',
  'timer.set',
  ...(Object.keys(audienceRules) as EventType[]),
];

/** The one job an event gives reason for, under the event's id; null for what is only streamed and recorded. */
export function jobOfEvent(event: {
  id: string;
  workspaceId: string;
  type: EventType;
  subjectId: string;
  fireAt?: Date | null;
}): Job | null {
  const { id, workspaceId, fireAt } = event;
  if (event.type === 'timer.set') {
    const payload = { workspaceId, timerId: event.subjectId };
    return { name: 'wake-timer', id, payload, ...(fireAt ? { notBefore: fireAt } : {}) };
  }
  if (event.type === 'brief.imported')
    return { name: 'read-brief', id, payload: { workspaceId, briefId: event.subjectId } };
  return event.type in audienceRules ? { name: 'route-event', id, payload: { workspaceId, eventId: id } } : null;
}
