import type { WorkflowRefusalCode } from '@uptake/contracts';
import { whyNotOverride } from './apply-override.js';
import { answerTo } from './apply-decision.js';
import { firstRefusal, rulesOfAnswering } from './decision-rules.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { DecidersNow, WorkflowContext, WorkflowVersion } from './types.js';

/** `true`, or the code with which this member would be refused to set the stage aside, whatever the reason they give. */
export function canOverride(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  given: { readonly stageRunId: string; readonly actorId: string },
  people: Pick<WorkflowContext, 'overriders' | 'activeMemberIds'>,
): true | { readonly reason: WorkflowRefusalCode } {
  const stageRun = snapshot.stageRuns.find(({ id, kind }) => id === given.stageRunId && kind === 'approval');
  if (snapshot.run.endedAt !== null) return { reason: 'run_ended' };
  if (stageRun?.state !== 'open') return { reason: 'stage_not_open' };
  const no = whyNotOverride(version, snapshot, { stageRun, actorId: given.actorId }, people);
  return no ? { reason: no.refusal.code } : true;
}

/** `true`, or the code with which a decision would be refused whatever the verdict; for `abilities`. The same rules decide. */
export function canDecide(
  version: WorkflowVersion,
  snapshot: RunSnapshot,
  given: { readonly requestId: string; readonly actorId: string; readonly onBehalfOfId: string | null },
  people: DecidersNow,
): true | { readonly reason: WorkflowRefusalCode } {
  const answer = answerTo(version, snapshot, given, people);
  if (!answer) return { reason: 'request_unknown' };
  const no = firstRefusal(rulesOfAnswering, answer);
  return no ? { reason: no.code } : true;
}
