import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './sentences.js';

const sentencesOf = (text: string) =>
  splitSentences(text, new Set(['gen', 'no', 'art'])).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at stops and not at abbreviations, initials or numbers', () => {
    expect(sentencesOf('Gen. Lund met the U.S. envoy. It rained (see No. 4). It cost 3.5 million! Why?')).toEqual([
      'Gen. Lund met the U.S. envoy.',
      'It rained (see No. 4).',
      'It cost 3.5 million!',
      'Why?',
    ]);
  });

  it('take closing quotes along', () => {
    expect(sentencesOf('He said “come.” They came.')).toEqual(['He said “come.”', 'They came.']);
  });

  it('end at Arabic question marks', () => {
    expect(sentencesOf('متى يفتح الميناء؟ سيفتح غدا.')).toEqual(['متى يفتح الميناء؟', 'سيفتح غدا.']);
  });

  it('do not end before a small letter', () => {
    expect(sentencesOf('We went to Lund etc. and came home.')).toHaveLength(1);
  });
});
