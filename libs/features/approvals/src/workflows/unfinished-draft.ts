import type { DraftProblem } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';

/** `invalid_input` that names, field by field, what a draft lacks for what is asked of it. */
export function unfinishedDraft(detail: string, problems: readonly DraftProblem[]): DomainError {
  const errors = problems.map(({ code, path, message }) => ({
    path: path ? `definition.${path}` : 'definition',
    code,
    message,
  }));
  return new DomainError('invalid_input', { detail, errors });
}
