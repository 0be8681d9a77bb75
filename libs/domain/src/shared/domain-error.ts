import type { ProblemCode } from '@uptake/contracts';

export interface DomainErrorDetails {
  /** One sentence for a person: what is wrong and the way out. */
  detail?: string;
  errors?: Array<{ path: string; code: string; message: string }>;
  /** The record as it stands, for the loser of a race. */
  current?: unknown;
  /** Who can grant what is refused. */
  grantedBy?: string[];
  /** Seconds. */
  retryAfter?: number;
}

/** The one error verbs and rules throw; the HTTP filter owns which status each code gets. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ProblemCode,
    readonly details: DomainErrorDetails = {},
  ) {
    super(details.detail ?? code);
  }
}
