import { type AudienceRule, notify } from '../concern.js';

/** A request that was closed before its person could be told asks nothing of them any more. */
export const requestOpened: AudienceRule = (_event, { request }) =>
  notify('decision_needed', [request?.memberId]).map((concern) => (request?.isOpen ? concern : { ...concern, moot: 'request_closed' }));

/** Nobody can approve the stage as it stands: only a manager can change that. */
export const stageBlocked: AudienceRule = (_event, { managerIds }) => notify('manager', managerIds);
