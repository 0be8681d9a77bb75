import { type EventEnvelope, type EventType, notificationReasons } from '@uptake/contracts';
import {
  delegationMoved,
  requestOpened,
  requestTakenBack,
  stageAmended,
  stageBlocked,
} from './audience/approval.rules.js';
import { stageEscalated, stageReminded, stageTimedOut } from './audience/deadline.rules.js';
import { assigned, claimed, responded, taskCreated } from './audience/assignment.rules.js';
import { judged, shortOfPeople, submitted } from './audience/submission.rules.js';
import { briefConfirmed, memberChanged } from './audience/workspace.rules.js';
import { type AudienceFacts, type AudienceRule, type Concern, channels } from './concern.js';

/** Every event that people are told of. The others are for the live stream and the record alone. */
export const audienceRules = {
  'recommendation.assigned': assigned,
  'recommendation.claimed': claimed,
  'recommendation.responded': responded,
  'task.created': taskCreated,
  'task.assigned': assigned,
  'task.claimed': claimed,
  'submission.submitted': submitted,
  'submission.changes-requested': judged,
  'submission.returned': judged,
  'submission.approved': judged,
  'submission.rejected': judged,
  'submission.cancelled': judged,
  'submission.expired': judged,
  'submission.short-of-people': shortOfPeople,
  'approval-request.opened': requestOpened,
  'approval-request.cancelled': requestTakenBack,
  'stage.blocked': stageBlocked,
  'stage.amended': stageAmended,
  'delegation.created': delegationMoved,
  'delegation.changed': delegationMoved,
  'delegation.revoked': delegationMoved,
  'stage.reminded': stageReminded,
  'stage.escalated': stageEscalated,
  'stage.timed-out': stageTimedOut,
  'brief.confirmed': briefConfirmed,
  'member.changed': memberChanged,
} as const satisfies Partial<Record<EventType, AudienceRule>>;
export type ToldEventType = keyof typeof audienceRules;

const strength = (concern: Concern): number => notificationReasons.indexOf(concern.reason);

/** Whom to tell, each once, by the strongest of their reasons and all of their channels. Nobody is told of their own act. */
export function audienceOf(event: EventEnvelope, facts: AudienceFacts): Concern[] {
  const rule: AudienceRule | undefined = (audienceRules as Partial<Record<EventType, AudienceRule>>)[event.type];
  const byMember = new Map<string, Concern>();
  for (const concern of rule?.(event, facts) ?? []) {
    if (concern.memberId === event.actorId) continue;
    const known = byMember.get(concern.memberId);
    const strongest = known && strength(known) <= strength(concern) ? known : concern;
    const by = channels.filter((channel) => concern.channels.includes(channel) || known?.channels.includes(channel));
    byMember.set(concern.memberId, { ...strongest, channels: by });
  }
  return [...byMember.values()];
}
