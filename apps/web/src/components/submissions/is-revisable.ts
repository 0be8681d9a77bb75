import type { Submission } from '@uptake/contracts';

/** Whether the reader may hand in the revision that follows: asked for by its deciders, or over their heads. */
export function isRevisable({ state, abilities }: Pick<Submission, 'state' | 'abilities'>): boolean {
  return (state === 'changes_requested' || state === 'in_review') && abilities['revise'] === true;
}
