import type { WorkflowRefusalCode } from '@uptake/contracts';
import { answerTo } from './apply-decision.js';
import { firstRefusal, rulesOfAnswering } from './decision-rules.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { PeopleNow, WorkflowVersion } from './types.js';

/** `true`, or the code with which a decision would be refused whatever the verdict; for `abilities`. The same rules decide. */
export function canDecide(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  given: { readonly requestId: string; readonly actorId: string },
  people: PeopleNow,
): true | { readonly reason: WorkflowRefusalCode } {
  const answer = answerTo(version, snapshot, { ...given, onBehalfOfId: null }, people);
  if (!answer) return { reason: 'request_unknown' };
  const no = firstRefusal(rulesOfAnswering, answer);
  return no ? { reason: no.code } : true;
}
