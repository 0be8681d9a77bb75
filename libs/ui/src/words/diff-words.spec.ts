import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffWords } from './diff-words.js';

describe('word diff', () => {
  it('marks only the word that changed', () => {
    expect(diffWords('two of four offices opened', 'three of four offices opened')).toEqual([
      { kind: 'removed', text: 'two ' },
      { kind: 'added', text: 'three ' },
      { kind: 'same', text: 'of four offices opened' },
    ]);
  });
  it('finds nothing in equal texts', () => {
    expect(diffWords('كما كُتب', 'كما كُتب')).toEqual([{ kind: 'same', text: 'كما كُتب' }]);
  });
  it('takes an empty side whole', () => {
    expect(diffWords('', 'new words')).toEqual([{ kind: 'added', text: 'new words' }]);
    expect(diffWords('', '')).toEqual([]);
  });
  it('keeps both texts whole, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b ', ' c', '\n', 'ش '), { maxLength: 40 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before, after);
        expect(
          parts
            .filter((part) => part.kind !== 'added')
            .map((part) => part.text)
            .join(''),
        ).toBe(before);
        expect(
          parts
            .filter((part) => part.kind !== 'removed')
            .map((part) => part.text)
            .join(''),
        ).toBe(after);
      }),
    );
  });
  it('stays quick on texts too different to compare', () => {
    const before = Array.from({ length: 5_000 }, (_, index) => `x${index} `).join('');
    const after = Array.from({ length: 5_000 }, (_, index) => `y${index} `).join('');
    expect(diffWords(before, after)).toHaveLength(2);
  });
});
