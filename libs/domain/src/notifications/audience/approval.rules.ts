import { type AudienceRule, inform, notify } from '../concern.js';

/** Whose decisions are in other hands, and in whose: the one to act knows that it is theirs, the other that it is not. */
export const delegationMoved: AudienceRule = ({ type, data }) => {
  const named = [data['toId'], data['fromId']].filter((id) => typeof id === 'string');
  return type === 'delegation.changed' ? inform('delegation', named) : notify('delegation', named);
};

/** A request that was closed before its person could be told asks nothing of them any more. */
export const requestOpened: AudienceRule = (_event, { request }) =>
  [...notify('decision_needed', [request?.memberId]), ...notify('acting_for', request?.delegateIds ?? [])].map(
    (concern) => (request?.isOpen ? concern : { ...concern, moot: 'request_closed' }),
  );

/** Who was asked and is not any more, because a manager asks others; when the review itself ends, its writers are told of that. */
export const requestTakenBack: AudienceRule = ({ data }, { request }) =>
  data['reason'] === 'amended' ? inform('decision_needed', [request?.memberId]) : [];

/** Whose words wait is told when others are asked to judge them. */
export const stageAmended: AudienceRule = (_event, { run, item }) => [
  ...inform('your_submission', run ? [run.submitterId] : []),
  ...inform('owner', [item?.ownerId, item?.rootOwnerId]),
];

/** Nobody can approve the stage as it stands: only a manager can change that. */
export const stageBlocked: AudienceRule = (_event, { managerIds }) => notify('manager', managerIds);
