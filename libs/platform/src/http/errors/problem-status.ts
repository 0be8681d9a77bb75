import type { ProblemCode } from '@uptake/contracts';

/** The one map from code to status; the compiler refuses a code without one. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  malformed_request: 400,
  invalid_input: 422,
  unauthenticated: 401,
  invalid_credentials: 401,
  invalid_csrf_token: 403,
  foreign_origin: 403,
  forbidden: 403,
  not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  version_conflict: 409,
  already_exists: 409,
  already_decided: 409,
  stale_submission: 409,
  request_closed: 409,
  not_eligible: 403,
  separation_of_duties: 403,
  reason_required: 422,
  rating_required: 422,
  rating_reason_required: 422,
  submission_under_way: 409,
  run_not_active: 409,
  nobody_eligible: 409,
  too_few_eligible: 409,
  invalid_state: 409,
  dependency_cycle: 422,
  already_claimed: 409,
  last_administrator: 409,
  invitation_invalid: 404,
  idempotency_mismatch: 422,
  idempotency_in_progress: 409,
  file_too_large: 413,
  file_type_refused: 415,
  unreadable_file: 422,
  unsupported_media_type: 415,
  too_many_requests: 429,
  storage_full: 507,
  unavailable: 503,
  internal: 500,
};

/** A short human title in English; clients localise by the code. */
export const titleOf = (code: ProblemCode): string =>
  (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('_', ' ');
