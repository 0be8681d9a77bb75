import { type AudienceRule, inform, notify } from '../concern.js';

/** Owner and managers know that something is handed in; who is asked to decide it hears that instead. */
export const submitted: AudienceRule = (_event, { item, run, managerIds }) => {
  const asked = new Set(run?.askedIds);
  return [...inform('owner', [item?.ownerId, item?.rootOwnerId]), ...inform('manager', managerIds)].filter(
    ({ memberId }) => !asked.has(memberId),
  );
};

/** What was decided on a submission: for those who wrote it, and for the owners whose record it is about. */
export const judged: AudienceRule = (_event, { item, run }) => [
  ...notify('your_submission', run ? [run.submitterId, ...run.editorIds] : []),
  ...inform('owner', [item?.ownerId, item?.rootOwnerId]),
];

/** Handed in although too few people may decide it: its writers wait in vain until a manager acts. */
export const shortOfPeople: AudienceRule = (_event, { run, managerIds }) => [
  ...notify('your_submission', run ? [run.submitterId] : []),
  ...notify('manager', managerIds),
];
