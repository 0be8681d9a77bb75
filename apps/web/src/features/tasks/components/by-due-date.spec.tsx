import { expect, it } from '@jest/globals';
import { horizonOf } from './by-due-date.js';

it.each([
  ['2026-03-09', 'overdue'],
  ['2026-03-10', 'today'],
  ['2026-03-17', 'week'],
  ['2026-03-18', 'later'],
  [null, 'later'],
] as const)('puts what is due on %s under %s', (dueOn, horizon) => {
  expect(horizonOf(dueOn, '2026-03-10')).toBe(horizon);
});
