import type { ClosingFields, Outcome } from '@uptake/contracts';
import { DomainError } from '../shared/domain-error.js';

export interface Closing {
  outcome: Outcome;
  reason: string | null;
  supersededBy: string | null;
}

/** Every outcome but `implemented` needs its reason, and `superseded` the recommendation that takes over (never itself). */
export function closingOf(recommendationId: string, fields: ClosingFields): Closing {
  const { outcome, reason, supersededBy } = fields;
  if (outcome !== 'implemented' && !reason)
    refuse('reason', 'reason_required', `Say why it closes as ${outcome.replaceAll('_', ' ')}`);
  if (outcome === 'superseded' && !supersededBy)
    refuse('supersededBy', 'required', 'Name the recommendation that takes over');
  if (outcome !== 'superseded' && supersededBy)
    refuse('supersededBy', 'not_superseded', 'Only a superseded recommendation has a successor');
  if (supersededBy === recommendationId) refuse('supersededBy', 'itself', 'A recommendation cannot supersede itself');
  return { outcome, reason: reason ?? null, supersededBy: supersededBy ?? null };
}

function refuse(field: string, code: string, message: string): never {
  throw new DomainError('invalid_input', { errors: [{ path: `fields.${field}`, code, message }] });
}
