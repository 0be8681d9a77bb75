import { DomainError } from '@uptake/domain';

/**
 * Failures of the database that have a meaning for the caller. A foreign key that is not there is a foreign or unknown id;
 * unique violations are named by the verbs that expect them, this is the last resort. Codes: PostgreSQL appendix A.
 */
export function domainErrorFrom(thrown: unknown): DomainError | undefined {
  const code = (thrown as { code?: string } | null)?.code;
  switch (code) {
    case '23503':
      return new DomainError('not_found', { detail: 'Something this names does not exist in this workspace' });
    case '23505':
      return new DomainError('already_exists');
    case '40001':
    case '40P01':
    case '55P03':
      return new DomainError('unavailable', {
        detail: 'Too many at once on the same record: try again',
        retryAfter: 1,
      });
    case '53100':
      return new DomainError('storage_full', { detail: 'The disk of the database is full; reading still works' });
    case '22P05':
    case '22021':
      return new DomainError('invalid_input', { detail: 'The text holds characters that cannot be kept' });
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case '57P01':
    case '57P03':
    case '08006':
    case '53300':
      return new DomainError('unavailable', { detail: 'The database does not answer', retryAfter: 5 });
    default:
      return /timeout exceeded when trying to connect|Connection terminated/.test(
        (thrown as Error | null)?.message ?? '',
      )
        ? new DomainError('unavailable', { detail: 'The database does not answer', retryAfter: 5 })
        : undefined;
  }
}
