import { applyAmendment } from './apply-amendment.js';
import { applyDecision } from './apply-decision.js';
import { applyEligibilityRecheck } from './apply-eligibility.js';
import { applyGatesRecheck } from './apply-gates.js';
import { applyCancellation, applyWithdrawal } from './apply-ending.js';
import { applyOverride } from './apply-override.js';
import { applyResubmit, applySubmit } from './apply-submission.js';
import { applyTick } from './apply-tick.js';
import type { WorkflowCommand } from './commands.js';
import { applyMigration } from './migrate-run.js';
import { isUnaltered } from './prove-version.js';
import { refused } from './refuse.js';
import type { RunSnapshot } from './run-snapshot.js';
import type { WorkflowContext, WorkflowOutcome, WorkflowVersion } from './types.js';

/**
 * The engine: what a command makes of a run under its version. Pure and deterministic. People are answered with a
 * refusal and its code; an exception means that the caller broke the contract or that an invariant would not hold.
 */
export function applyWorkflowCommand(
  version: WorkflowVersion,
  before: RunSnapshot | null,
  command: WorkflowCommand,
  context: WorkflowContext,
): WorkflowOutcome {
  if (before && command.type === 'migrate') return applyMigration(version, before, command, context);
  if (before && (before.run.versionId !== version.id || before.run.versionHash !== version.hash))
    return refused('version_mismatch');
  if (!isUnaltered(version, context.sha256)) return refused('version_altered');
  if (command.type === 'submit') return applySubmit(version, before, command, context);
  if (!before || command.type === 'migrate') return refused('run_not_started');
  switch (command.type) {
    case 'resubmit':
      return applyResubmit(version, before, command, context);
    case 'decide':
      return applyDecision(version, before, command, context);
    case 'override':
      return applyOverride(version, before, command, context);
    case 'withdraw':
      return applyWithdrawal(version, before, command, context);
    case 'cancel':
      return applyCancellation(version, before, command, context);
    case 'recheck-eligibility':
      return applyEligibilityRecheck(version, before, command, context);
    case 'tick':
      return applyTick(version, before, command, context);
    case 'amend-eligibility':
      return applyAmendment(version, before, command, context);
    case 'recheck-gates':
      return applyGatesRecheck(version, before, command, context);
  }
}
