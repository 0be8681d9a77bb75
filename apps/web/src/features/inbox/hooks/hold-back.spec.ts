import { expect, it } from '@jest/globals';
import { holdBack } from './hold-back.js';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it('shows everything at first', () => {
  const { shown, arrived } = holdBack(rows('b', 'a'), new Set());
  expect(idsOf(shown)).toEqual(['b', 'a']);
  expect(arrived).toEqual([]);
});

it('holds back what arrives above or between what is shown', () => {
  const { shown, arrived } = holdBack(rows('d', 'b', 'c', 'a'), new Set(['b', 'a']));
  expect(idsOf(shown)).toEqual(['b', 'a']);
  expect(idsOf(arrived)).toEqual(['d', 'c']);
});

it('shows older ones that were asked for', () => {
  const { shown, arrived } = holdBack(rows('b', 'a', 'older'), new Set(['b', 'a']));
  expect(idsOf(shown)).toEqual(['b', 'a', 'older']);
  expect(arrived).toEqual([]);
});
