import type { ProblemCode } from '@uptake/contracts';
import { DomainError, type DomainErrorDetails } from '@uptake/domain';

/**
 * Runs a verb's transaction and, where it was refused with one of these conflicts, adds the record as it stands: read after the
 * rollback, so that the loser of a race sees what the winner has committed.
 */
export async function withCurrent<T>(
  work: () => Promise<T>,
  conflicts: readonly ProblemCode[],
  current: (details: DomainErrorDetails) => Promise<unknown>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !conflicts.includes(error.code)) throw error;
    throw new DomainError(error.code, { ...error.details, current: await current(error.details) });
  }
}
