import type { MigrateCommand } from './commands.js';
import { supersedeStages } from './leave-stages.js';
import { advance } from './open-stage.js';
import { planMigration } from './plan-migration.js';
import { isUnaltered } from './prove-version.js';
import { refused } from './refuse.js';
import { RunLedger } from './run-ledger.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/**
 * Carries a run over to `version` with every decision that counts, or not at all. Stages in which nobody has decided yet and whose
 * rules are others now are asked anew, in a new round.
 */
export function applyMigration(
  version: WorkflowVersion,
  before: RunSnapshot,
  command: MigrateCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  const { run } = before;
  const { from } = command;
  if (run.endedAt !== null) return refused('run_ended', { runState: run.state });
  if (version.state !== 'published') return refused('version_not_published');
  if (run.versionId !== from.id || run.versionHash !== from.hash || from.id === version.id)
    return refused('version_mismatch');
  if (!isUnaltered(from, context.sha256)) return refused('version_altered');
  const plan = planMigration(from, version, before, context);
  if (plan.problems.length > 0) return refused('migration_refused', { migration: plan.problems });

  const ledger = new RunLedger(version, context, before, { runId: run.id, actorId: command.actorId });
  const round = plan.askedAnew.length > 0 ? run.round + 1 : run.round;
  const isAskedAnew = ({ state, stageKey }: { state: string; stageKey: string }) =>
    state === 'open' && plan.askedAnew.includes(stageKey);
  supersedeStages(ledger, isAskedAnew);
  ledger.record({
    type: 'run.migrated',
    fromVersionId: from.id,
    fromVersionHash: from.hash,
    versionId: version.id,
    versionHash: version.hash,
    carriedDecisionIds: plan.carried.map(({ id }) => id),
    round,
    reason: command.reason,
  });
  if (plan.askedAnew.length > 0) advance(ledger);
  return ledger.applied();
}
