import { DomainError } from '../shared/domain-error.js';

/** An extension moves a target date later; bringing it forward is an assignment. Dates are `YYYY-MM-DD`. */
export function requireLaterDate(dueOn: string | null, wanted: string): void {
  if (dueOn === null || wanted > dueOn) return;
  const message = `The new date must be later than ${dueOn}`;
  throw new DomainError('invalid_input', { errors: [{ path: 'fields.dueOn', code: 'not_later', message }] });
}
