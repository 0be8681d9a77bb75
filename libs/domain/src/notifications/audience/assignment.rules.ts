import type { EventEnvelope } from '@uptake/contracts';
import { type AudienceRule, inform, notify } from '../concern.js';

interface Change {
  from: unknown;
  to: unknown;
}

/** What the event says of a field: `{ from, to }`, there only when it changed. */
function changeOf(event: EventEnvelope, field: string): Change | undefined {
  const change = event.data[field];
  return typeof change === 'object' && change !== null && 'to' in change ? (change as Change) : undefined;
}

/** The new owner, team or contributors, as long as they still are; an owner who stays one hears only that something moved. */
export const assigned: AudienceRule = (event, { item }) => {
  if (!item) return [];
  const owner = changeOf(event, 'ownerId') ?? changeOf(event, 'assigneeId');
  const team = changeOf(event, 'teamId');
  const contributors = changeOf(event, 'contributorIds');
  const before = new Set(Array.isArray(contributors?.from) ? contributors.from : []);
  return [
    ...(owner?.to === item.ownerId ? notify('assigned', [item.ownerId]) : []),
    ...(owner ? [] : inform('owner', [item.ownerId])),
    ...(team && team.to === item.teamId ? notify('team_assigned', item.teamMemberIds) : []),
    ...(contributors
      ? inform(
          'contributor',
          item.contributorIds.filter((id) => !before.has(id)),
        )
      : []),
  ];
};

/** A task made with somebody to do it, as long as they still are to. */
export const taskCreated: AudienceRule = ({ data }, { item }) =>
  item
    ? [
        ...(data['assigneeId'] === item.ownerId ? notify('assigned', [item.ownerId]) : []),
        ...(data['teamId'] === item.teamId ? notify('team_assigned', item.teamMemberIds) : []),
        ...inform('owner', [item.rootOwnerId]),
      ]
    : [];

/** Taken up from a team: those who wait for it know who has it now. */
export const claimed: AudienceRule = (_event, { item, managerIds }) =>
  item ? [...inform('owner', [item.rootOwnerId]), ...inform('manager', managerIds)] : [];

export const responded: AudienceRule = (_event, { item, managerIds }) =>
  item
    ? [
        ...inform('owner', [item.ownerId]),
        ...inform('contributor', item.contributorIds),
        ...inform('manager', managerIds),
      ]
    : [];
