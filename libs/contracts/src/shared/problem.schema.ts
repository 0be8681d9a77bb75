import { z } from 'zod';

/** Every code an error can carry; clients localise by it. Closed: a new failure gets a new code here first. */
export const problemCodes = [
  'malformed_request',
  'invalid_input',
  'unauthenticated',
  'invalid_credentials',
  'invalid_csrf_token',
  'foreign_origin',
  'forbidden',
  'not_found',
  'route_not_found',
  'method_not_allowed',
  'version_conflict',
  'already_exists',
  'already_decided',
  'stale_submission',
  'request_closed',
  'not_eligible',
  'separation_of_duties',
  'reason_required',
  'rating_required',
  'rating_reason_required',
  'signature_required',
  'signature_invalid',
  'delegation_circle',
  'submission_under_way',
  'run_not_active',
  'nobody_eligible',
  'too_few_eligible',
  'invalid_state',
  'dependency_cycle',
  'already_claimed',
  'last_administrator',
  'invitation_invalid',
  'idempotency_mismatch',
  'idempotency_in_progress',
  'file_too_large',
  'file_type_refused',
  'unreadable_file',
  'unsupported_media_type',
  'too_many_requests',
  'storage_full',
  'unavailable',
  'internal',
] as const;
export const ProblemCode = z.enum(problemCodes).meta({ id: 'ProblemCode' });
export type ProblemCode = z.infer<typeof ProblemCode>;

/** RFC 9457 problem document, as every failing request is answered. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: ProblemCode,
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    /** On 409: the record as it stands now. */
    current: z.unknown().optional(),
    /** On 403: who can grant the permission. */
    grantedBy: z.array(z.string()).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
