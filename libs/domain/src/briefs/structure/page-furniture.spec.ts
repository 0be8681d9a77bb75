import { describe, expect, it } from '@jest/globals';
import { splitLines } from '../text/lines.js';
import { removePageFurniture } from './page-furniture.js';

const keptOf = (text: string) => {
  const { lines, removed } = removePageFurniture(text, splitLines(text));
  return { kept: lines.map(({ start, end }) => text.slice(start, end)), removed };
};

describe('page furniture', () => {
  it('is what stands at the edge of several pages, and page numbers', () => {
    const text = 'NL/7\n\nFirst words\n\n1\n\fNL/7\n\nSecond words\n\n2\n\fNL/7\n\nThird words\n\n3';
    expect(keptOf(text)).toEqual({ kept: ['First words', 'Second words', 'Third words'], removed: 6 });
  });

  it('takes footnotes at the foot of a page along', () => {
    const text = 'One\n\nTwo\n\nThree\n\n** Printed as received.\nIn two parts.\n\n1\n\fFour\n\n2';
    expect(keptOf(text).kept).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('leaves a list with stars for bullets alone', () => {
    const text = 'One\n\nTwo\n\n* First thing\n\n* Second thing\n\n1\n\fThree\n\n2';
    expect(keptOf(text).kept).toEqual(['One', 'Two', '* First thing', '* Second thing', 'Three']);
  });

  it('is known without form feeds by numbers that count up, and by what is repeated beside them', () => {
    const text = [1, 2, 3, 4, 5].map((page) => `Words of page ${page}\n\n${page}\n\nThe River Report`).join('\n\n');
    expect(keptOf(text).kept).toEqual([1, 2, 3, 4, 5].map((page) => `Words of page ${page}`));
  });

  it('leaves a few lone numbers alone', () => {
    expect(keptOf('Boats\n\n12\n\nCrews\n\n40').removed).toBe(0);
  });
});
