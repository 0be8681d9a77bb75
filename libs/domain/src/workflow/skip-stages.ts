import type { ApprovalStage, WorkflowStage } from '@uptake/contracts';
import { stageHash } from './hashing.js';
import type { RunLedger } from './run-ledger.js';
import type { SkipRule } from './run-snapshot.js';
import { currentStageRun, stageByKey, stagesInOrder, type Step } from './stage-order.js';

/** Records, for each stage between a step and where the rule leads, that it was passed over and why; what stands there stays. */
export function skipStages(ledger: RunLedger, from: Step, rule: SkipRule): void {
  const { definition, context } = ledger;
  const { round, judged } = ledger.snapshot.run;
  const target = stageByKey(definition, rule.to);
  const between = stagesInOrder(definition).filter(({ order }) => order >= from[0].order && order < target.order);
  for (const stage of between) {
    if (currentStageRun(ledger.snapshot.stageRuns, stage.key)) continue;
    ledger.record({
      type: 'stage.skipped',
      stageRunId: context.nextId(),
      stageKey: stage.key,
      round,
      kind: stage.kind,
      stageHash: isApproval(stage) ? stageHash(stage, judged, context.sha256) : judged.contentHash,
      rule,
    });
  }
}

const isApproval = (stage: WorkflowStage): stage is ApprovalStage => stage.kind === 'approval';
