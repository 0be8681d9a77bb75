import { z } from 'zod';

/** What a refusal asks of the one who gets it: look again, not yours to do, mend the input, no such thing. */
export type WorkflowRefusalKind = 'conflict' | 'forbidden' | 'invalid' | 'unknown';

/** Every way in which the workflow engine says no, and of what kind each is. Closed: a new rule gets a new code here first. */
export const workflowRefusals = {
  // the version
  version_not_published: 'conflict',
  version_mismatch: 'conflict',
  version_altered: 'conflict',
  // the run
  run_not_started: 'unknown',
  run_already_active: 'conflict',
  run_ended: 'conflict',
  migration_refused: 'conflict',
  // the submission
  too_few_eligible: 'conflict',
  revision_not_next: 'conflict',
  content_unchanged: 'invalid',
  not_submitter: 'forbidden',
  // the request that is answered
  request_unknown: 'unknown',
  request_already_decided: 'conflict',
  request_not_open: 'conflict',
  stage_closed: 'conflict',
  stale_round: 'conflict',
  stale_hash: 'conflict',
  idempotency_key_reused: 'invalid',
  // the person who decides
  is_submitter: 'forbidden',
  is_editor: 'forbidden',
  decided_exclusive_stage: 'forbidden',
  not_delegated: 'forbidden',
  not_asked: 'forbidden',
  member_inactive: 'forbidden',
  no_longer_eligible: 'forbidden',
  already_voted: 'forbidden',
  // the verdict
  verdict_not_offered: 'invalid',
  reason_required: 'invalid',
  rating_required: 'invalid',
  rating_reason_required: 'invalid',
  rating_not_expected: 'invalid',
  signature_required: 'invalid',
  signature_not_expected: 'invalid',
  // setting a stage aside
  override_not_offered: 'conflict',
  may_not_override: 'forbidden',
  // time
  timer_unknown: 'unknown',
  timer_spent: 'conflict',
  timer_not_due: 'conflict',
  // amendments of who is asked
  stage_not_open: 'conflict',
  amended_by_submitter: 'forbidden',
  amendment_empty: 'invalid',
  member_excluded: 'invalid',
  member_has_decided: 'conflict',
} as const satisfies Record<string, WorkflowRefusalKind>;

export type WorkflowRefusalCode = keyof typeof workflowRefusals;
export const workflowRefusalCodes = Object.keys(workflowRefusals) as WorkflowRefusalCode[];
export const WorkflowRefusalCode = z.enum(workflowRefusalCodes as [WorkflowRefusalCode, ...WorkflowRefusalCode[]]);
