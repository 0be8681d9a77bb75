import { expect, it } from '@jest/globals';
import { placeLabels } from './place-labels.js';

it('puts each label at the middle of its part where there is room', () =>
  expect(placeLabels([0.5, 0.5], 0.1)).toEqual([0.25, 0.75]));

it('starts under the empty top of a column that is not the highest', () =>
  expect(placeLabels([0.5], 0.1)).toEqual([0.75]));

it('keeps labels of thin parts apart and inside', () => {
  const places = placeLabels([0.01, 0.01, 0.9, 0.04, 0.04], 0.15);
  places.slice(1).forEach((place, index) => expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(0.1499));
  expect(places.at(-1)).toBeLessThanOrEqual(0.925 + 1e-9);
  expect(places[0]).toBeGreaterThanOrEqual(0.075 - 1e-9);
});
