import type { Problem, ProblemCode } from '@uptake/contracts';

/** What the client adds to the server's codes: no answer came at all, or not one of ours. */
export type ClientProblemCode = ProblemCode | 'unreachable';

/** A request that failed, as RFC 9457 tells it. Screens word it by `code`; see `ProblemState` and `useProblemText`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ClientProblemCode;
  readonly status: number;
  readonly requestId: string | undefined;
  /** Per field, on 422: `path` as in the request body, e.g. `contributorIds.0`. */
  readonly errors: NonNullable<Problem['errors']>;
  /** On 409: the record as it stands now. */
  readonly current: unknown;
  /** On 403: who can grant the permission. */
  readonly grantedBy: readonly string[];
  /** Seconds to wait, on 429 and 503. */
  readonly retryAfter: number | undefined;

  constructor(
    problem: Omit<Problem, 'code' | 'type' | 'requestId'> & {
      code: ClientProblemCode;
      requestId?: string | undefined;
      retryAfter?: number | undefined;
    },
  ) {
    super(problem.detail ?? problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.current = problem.current;
    this.grantedBy = problem.grantedBy ?? [];
    this.retryAfter = problem.retryAfter;
  }
}

/** Anything thrown, as a problem: a broken connection too has words and a retry. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    code: error instanceof TypeError ? 'unreachable' : 'internal',
    status: 0,
    title: String(error),
  });
}

/** Reads a failed answer; one that is not a problem document (a proxy's page) still becomes a problem. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const retry = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : undefined;
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiProblem({ ...body, retryAfter });
  const code =
    response.status === 502 || response.status === 503 || response.status === 504 ? 'unavailable' : 'internal';
  return new ApiProblem({
    code,
    status: response.status,
    title: response.statusText,
    requestId: response.headers.get('x-request-id') ?? undefined,
    retryAfter,
  });
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'status' in body;
