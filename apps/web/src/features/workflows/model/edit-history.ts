import type { Design } from './design.js';

/** What was, is and could be again. */
export interface EditHistory {
  past: readonly Design[];
  present: Design;
  future: readonly Design[];
  /** What the last edit was of: typing on in one field is one step. */
  last: string | null;
}

const MOST_STEPS = 200;

export const begin = (present: Design): EditHistory => ({ past: [], present, future: [], last: null });

export function edited(history: EditHistory, present: Design, of: string | null = null): EditHistory {
  if (present === history.present) return history;
  const goesOn = of !== null && of === history.last;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], last: of };
}

export function undone({ past, present, future }: EditHistory): EditHistory {
  const before = past.at(-1);
  if (!before) return { past, present, future, last: null };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function redone({ past, present, future }: EditHistory): EditHistory {
  const [next, ...later] = future;
  if (!next) return { past, present, future, last: null };
  return { past: [...past, present], present: next, future: later, last: null };
}
