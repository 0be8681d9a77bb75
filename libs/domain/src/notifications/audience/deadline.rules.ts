import { type AudienceRule, inform, notify } from '../concern.js';

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

/** Those who had not answered when the reminder was due; who has answered since, or is not asked any more, is not bothered. */
export const stageReminded: AudienceRule = ({ data }, { run }) =>
  notify('decision_needed', idsIn(data['memberIds'])).map((concern) =>
    run?.askedIds.includes(concern.memberId) ? concern : { ...concern, moot: 'request_closed' },
  );

/** Whom the rung named, but for those it asks, who get the question itself; the managers where it named nobody. */
export const stageEscalated: AudienceRule = ({ data }, { managerIds }) => {
  const asked = new Set(
    idsIn((data['added'] as { memberId?: unknown }[] | undefined)?.map(({ memberId }) => memberId)),
  );
  const named = idsIn(data['memberIds']);
  if (named.length === 0) return notify('manager', managerIds);
  return notify(
    'escalation',
    named.filter((memberId) => !asked.has(memberId)),
  );
};

/** A stage that stays open although its time is up: those who are asked, whose words wait, and who can ask others. What ends is told of by its end. */
export const stageTimedOut: AudienceRule = ({ data }, { run, managerIds }) =>
  data['outcome'] === 'escalate'
    ? [
        ...notify('decision_needed', run?.askedIds ?? []),
        ...inform('your_submission', run ? [run.submitterId] : []),
        ...notify('manager', managerIds),
      ]
    : [];
