import type { ApprovalStage } from '@uptake/contracts';
import type { OpenedRequest, StageEscalated } from './events.js';
import type { RunLedger } from './run-ledger.js';
import type { StageRun } from './run-snapshot.js';
import { judgedRunOf, separationBreach } from './separation.js';
import { settleBlock } from './settle-block.js';
import { openRequestsOf } from './stage-runs.js';

type Rung = Pick<StageEscalated, 'stageRunId' | 'stageKey' | 'round' | 'timerId' | 'step'>;

/**
 * Tells those whom the rung names at this instant and, where it asks them, adds them to the people asked. How many must approve stays:
 * a rung widens who may answer, it never asks for more. Nobody is added whom the separation of duties leaves out, or who has decided.
 */
export function escalateStage(ledger: RunLedger, stage: ApprovalStage, stageRun: StageRun, rungRef: Rung): void {
  const rung = stage.deadline?.escalations?.[rungRef.step - 1];
  if (!rung) throw new Error(`Stage "${stage.key}" has no escalation ${rungRef.step}`);
  const named = ledger.context.escalation?.[stage.key]?.[rungRef.step - 1];
  if (!named) throw new Error(`Nobody was resolved for escalation ${rungRef.step} of stage "${stage.key}"`);
  const memberIds = [...new Set(named)].filter((memberId) => ledger.context.activeMemberIds.includes(memberId));
  const added = rung.asksThem ? additions(ledger, stage, stageRun, memberIds) : [];
  ledger.record({ type: 'stage.escalated', ...rungRef, memberIds, added });
  settleBlock(ledger, stageRun.id);
}

/** One request per member and stage run: one that was cancelled is put again under its id. */
function additions(
  ledger: RunLedger,
  stage: ApprovalStage,
  stageRun: StageRun,
  memberIds: readonly string[],
): OpenedRequest[] {
  const { decisions, requests } = ledger.snapshot;
  const asked = openRequestsOf(ledger.snapshot, stageRun.id).map(({ memberId }) => memberId);
  const settled = decisions
    .filter(({ stageRunId }) => stageRunId === stageRun.id)
    .flatMap(({ actorId, onBehalfOfId }) => [actorId, onBehalfOfId]);
  return memberIds
    .filter((memberId) => !asked.includes(memberId) && !settled.includes(memberId))
    .filter((memberId) => !separationBreach(ledger.definition, stage, judgedRunOf(ledger.snapshot), memberId))
    .map((memberId) => {
      const known = requests.find((request) => request.stageRunId === stageRun.id && request.memberId === memberId);
      return { id: known?.id ?? ledger.context.nextId(), memberId };
    });
}
