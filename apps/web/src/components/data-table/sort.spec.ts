import { expect, it } from '@jest/globals';
import { nextSort, readSort } from './sort.js';

it('goes up, down and back to the server’s own order', () => {
  expect(nextSort(undefined, 'dueOn')).toBe('dueOn');
  expect(nextSort('dueOn', 'dueOn')).toBe('-dueOn');
  expect(nextSort('-dueOn,title', 'dueOn')).toBeUndefined();
});
it('starts anew with another column', () => expect(nextSort('-dueOn', 'title')).toBe('title'));
it('reads the first field alone', () => {
  expect(readSort('-dueOn,title')).toEqual({ field: 'dueOn', descending: true });
  expect(readSort('')).toBeNull();
});
