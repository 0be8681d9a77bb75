import { type AudienceRule, inform } from '../concern.js';

export const briefConfirmed: AudienceRule = (_event, { managerIds }) => inform('manager', managerIds);

/** One's own roles have changed. */
export const memberChanged: AudienceRule = (event) =>
  inform('member', [event.subject.kind === 'member' ? event.subject.id : null]);
