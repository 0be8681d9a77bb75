import { expect, it } from '@jest/globals';
import { describeDue } from './due.js';

it.each([
  ['2026-05-09', 'late', -1],
  ['2026-05-10', 'today', 0],
  ['2026-05-17', 'soon', 7],
  ['2026-05-18', 'later', 8],
] as const)('calls %s %s on 10 May', (dueOn, state, days) => {
  expect(describeDue(dueOn, '2026-05-10')).toEqual({ state, days });
});
