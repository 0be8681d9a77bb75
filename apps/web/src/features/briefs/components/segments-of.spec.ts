import { describe, expect, it } from '@jest/globals';
import type { Passage } from '@uptake/contracts';
import { offsetInText, segmentsOf } from './segments-of.js';

const passage = (id: string, ranges: [number, number][]): Passage => ({ id, ranges }) as Passage;

describe('segmentsOf', () => {
  it('covers the whole text once, passages in two stretches included', () => {
    const segments = segmentsOf(30, [
      passage('b', [[20, 24]]),
      passage('a', [
        [2, 5],
        [8, 10],
      ]),
    ]);
    expect(segments.map(({ start, end, passage: of, first }) => [start, end, of?.id ?? null, first])).toEqual([
      [0, 2, null, false],
      [2, 5, 'a', true],
      [5, 8, null, false],
      [8, 10, 'a', false],
      [10, 20, null, false],
      [20, 24, 'b', true],
      [24, 30, null, false],
    ]);
  });
});

describe('offsetInText', () => {
  it('finds a place in the second range behind the line break that stands between them', () => {
    expect(
      offsetInText(
        [
          [2, 5],
          [8, 10],
        ],
        2,
      ),
    ).toBe(4);
    expect(
      offsetInText(
        [
          [2, 5],
          [8, 10],
        ],
        4,
      ),
    ).toBe(8);
    expect(
      offsetInText(
        [
          [2, 5],
          [8, 10],
        ],
        5,
      ),
    ).toBe(9);
  });
});
