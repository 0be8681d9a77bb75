import { DomainError } from '@uptake/domain';
import type { z } from 'zod';
import { describeIssues } from './contract.pipe.js';

/** Checks what no parameter decorator can reach (the fields of a multipart form) by its contract, as the pipe checks bodies. */
export function parseBy<T extends z.ZodType>(contract: T, value: unknown): z.output<T> {
  const parsed = contract.safeParse(value);
  if (!parsed.success) throw new DomainError('invalid_input', { errors: describeIssues(parsed.error.issues) });
  return parsed.data;
}
