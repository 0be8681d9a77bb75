import type { PeopleLacking, ProblemCode } from '@uptake/contracts';
import type { WorkflowCommand, WorkflowRefusal } from '@uptake/domain';
import { DomainError, type DomainErrorDetails } from '@uptake/domain';

type RefusalCode = WorkflowRefusal['code'];
type Answer = readonly [code: ProblemCode, detail: string, path?: string];

/** How each refusal of the workflow engine is answered; the compiler refuses a code without an answer. */
const answers: Readonly<Record<RefusalCode, Answer>> = {
  version_not_published: ['invalid_state', 'This workflow was retired and starts nothing any more'],
  version_mismatch: ['invalid_state', 'This run stands under another version of its workflow'],
  version_altered: ['internal', 'The published workflow is not what its hash says'],
  run_not_started: ['run_not_active', 'Nothing was handed in yet'],
  run_already_active: [
    'submission_under_way',
    'A submission of this kind is under way: wait for its decision or withdraw it',
  ],
  migration_refused: ['invalid_state', 'What was decided would not be valid under the other version'],
  run_ended: ['run_not_active', 'This submission has ended: it was decided or withdrawn'],
  too_few_eligible: ['too_few_eligible', 'Too few people may decide on this: ask a manager to name more'],
  revision_not_next: ['submission_under_way', 'Another revision was handed in meanwhile'],
  content_unchanged: ['invalid_input', 'Nothing was changed since the revision that was sent back', 'narrative'],
  not_submitter: ['forbidden', 'not_your_part'],
  request_unknown: ['not_found', 'No such approval'],
  request_already_decided: ['already_decided', 'This was decided already'],
  request_not_open: ['request_closed', 'This decision is not asked for any more'],
  stage_closed: ['request_closed', 'This stage was closed by what others decided'],
  stale_round: ['request_closed', 'A newer round of this stage has begun'],
  stale_hash: ['stale_submission', 'The submission changed since you looked: read the present revision first'],
  idempotency_key_reused: ['idempotency_mismatch', 'This Idempotency-Key was used for another decision'],
  is_submitter: ['separation_of_duties', 'is_submitter'],
  is_editor: ['separation_of_duties', 'is_editor'],
  decided_exclusive_stage: ['separation_of_duties', 'decided_exclusive_stage'],
  not_delegated: ['not_eligible', 'not_delegated'],
  not_asked: ['not_eligible', 'not_asked'],
  member_inactive: ['not_eligible', 'member_inactive'],
  no_longer_eligible: ['not_eligible', 'no_longer_eligible'],
  already_voted: ['not_eligible', 'already_voted'],
  verdict_not_offered: ['invalid_input', 'This stage does not offer that verdict', 'verdict'],
  reason_required: ['reason_required', 'Say why', 'reason'],
  rating_required: ['rating_required', 'Set the verified rating', 'verifiedRating'],
  rating_reason_required: [
    'rating_reason_required',
    'Say why the verified rating differs from the reported one',
    'ratingReason',
  ],
  rating_not_expected: ['invalid_input', 'No rating is set by this decision', 'verifiedRating'],
  signature_required: ['signature_required', 'Deciding here means signing: give your password again', 'signature'],
  signature_not_expected: ['invalid_input', 'Nothing is signed by this decision', 'signature'],
  override_not_offered: ['invalid_state', 'This stage cannot be set aside'],
  may_not_override: ['not_eligible', 'may_not_override'],
  timer_unknown: ['not_found', 'No such timer'],
  timer_spent: ['invalid_state', 'This timer has acted already'],
  timer_not_due: ['invalid_state', 'The time of this timer has not come'],
  stage_not_open: ['request_closed', 'This stage is not open'],
  amended_by_submitter: ['separation_of_duties', 'is_submitter'],
  amendment_empty: [
    'invalid_input',
    'The amendment changes nothing: those to add are asked already, or those to remove are not',
    'addMemberIds',
  ],
  member_excluded: [
    'invalid_input',
    'They wrote the submission or decided at a stage apart from this one: they may not judge it',
    'addMemberIds',
  ],
  member_has_decided: ['already_decided', 'This member has decided already'],
};

/**
 * What people are told when the engine says no. Where people are lacking, `current` says who; other conflicts get theirs from the
 * verb, which reads it after the rollback.
 */
export function problemOfRefusal(
  { code, details }: WorkflowRefusal,
  command: WorkflowCommand['type'],
  current?: PeopleLacking,
): DomainError {
  const [problem, detail, path] = special(code, details, command) ?? answers[code];
  const more: DomainErrorDetails = path === undefined ? {} : { errors: [{ path, code, message: detail }] };
  return new DomainError(problem, { detail, ...more, ...(current ? { current } : {}) });
}

/** Where the same refusal means something else to whom it is said. */
function special(
  code: RefusalCode,
  details: WorkflowRefusal['details'],
  command: WorkflowCommand['type'],
): Answer | undefined {
  if (code === 'member_inactive' && command === 'amend-eligibility')
    return ['invalid_input', 'This member is no longer active', 'addMemberIds'];
  if (code === 'run_ended' && command === 'decide')
    return ['request_closed', 'The submission is not under review any more'];
  const isEmpty = code === 'too_few_eligible' && details.shortages?.some((shortage) => shortage.available === 0);
  return isEmpty ? ['nobody_eligible', 'Nobody may decide on this: ask a manager to name someone'] : undefined;
}
