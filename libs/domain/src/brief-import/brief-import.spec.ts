import { describe, expect, it } from '@jest/globals';
import { checkRanges, orderedRanges, splitRanges, wordsOf } from './passage-ranges.js';
import { referencePrefixFrom, shortTitle } from './short-title.js';

const text = 'Fund schools.  Train judges and\nclerks. 🙂 Report yearly.';

describe('ranges of passages', () => {
  it('show their words with white space folded', () => {
    expect(
      wordsOf(text, [
        [0, 13],
        [15, 39],
      ]),
    ).toBe('Fund schools. Train judges and clerks.');
  });
  it('are put in order and joined where they touch', () => {
    expect(
      orderedRanges([
        [20, 30],
        [0, 5],
        [5, 8],
      ]),
    ).toEqual([
      [0, 8],
      [20, 30],
    ]);
  });
  it.each([
    ['go beyond the text', [[0, 999]], 'beyond'],
    ['are empty', [[5, 5]], 'empty'],
    ['hold only blanks', [[13, 15]], 'no words'],
    ['cut a character in two', [[0, 41]], 'in two'],
    ['overlap another passage', [[10, 20]], 'overlaps'],
  ])('are refused when they %s', (_, ranges, words) => {
    expect(() => checkRanges(text, ranges as [number, number][], [[[12, 16]]])).toThrow();
    try {
      checkRanges(text, ranges as [number, number][], [[[12, 16]]]);
    } catch (error) {
      expect((error as { details: { errors: Array<{ message: string }> } }).details.errors[0]?.message).toContain(
        words,
      );
    }
  });
  it('are split between words, each half trimmed', () => {
    expect(splitRanges(text, [[0, 39]], 14)).toEqual([[[0, 13]], [[15, 39]]]);
    expect(() => splitRanges(text, [[0, 13]], 13)).toThrow();
  });
});

describe('short titles', () => {
  it('keep a short text whole, without its full stop', () => {
    expect(shortTitle('Fund schools.')).toBe('Fund schools');
  });
  it('take the first clause of a long one, else cut at a word', () => {
    const long =
      'Hold free and secure elections in every province, with observers invited early and paid on time by the commission itself';
    expect(shortTitle(long)).toBe('Hold free and secure elections in every province');
    const run = shortTitle('word '.repeat(60));
    expect(run.length).toBeLessThanOrEqual(90);
    expect(run).toMatch(/word…$/);
  });
});

describe('reference prefixes', () => {
  it.each([
    ['IRAQ', 'IRQ'],
    ['Partnership for Reform', 'PR'],
    ['موجز', 'REC'],
    ['A', 'REC'],
    ['École publique', 'EP'],
  ])('of %s is %s', (title, prefix) => {
    expect(referencePrefixFrom(title)).toBe(prefix);
  });
});
