import { describe, expect, it } from '@jest/globals';
import { Strand } from './strand.js';

const source = 'one two\n  three\nHEADER\nfour five';
const strand = new Strand(source, [
  { start: 0, end: 7 },
  { start: 10, end: 15 },
  { start: 23, end: 32 },
]);

describe('a strand', () => {
  it('reads its spans as one line', () => expect(strand.words).toBe('one two three four five'));

  it('makes one range of lines with only white space between', () => {
    expect(strand.rangesOf()).toEqual([
      [0, 15],
      [23, 32],
    ]);
  });

  it('finds the source of a stretch in the middle', () => {
    const from = strand.words.indexOf('three');
    expect(strand.rangesOf(from, from + 'three four'.length).map(([a, b]) => source.slice(a, b))).toEqual([
      'three',
      'four',
    ]);
  });

  it('has no ranges where it has no words', () => expect(strand.rangesOf(3, 4)).toEqual([]));
});
