import { describe, expect, it } from '@jest/globals';
import { readMarker } from './markers.js';
import { Outline, type MarkerPlace } from './outline.js';

/** Depths of the markers of lines, null for what is none. */
function depthsOf(lines: readonly string[], changes: Partial<MarkerPlace> = {}): Array<number | null> {
  const outline = new Outline();
  let after: MarkerPlace['after'] = 'nothing';
  let announced = false;
  return lines.map((line) => {
    const words = line.trimStart();
    const marker = readMarker(words, 0, words.length);
    if (marker === null) throw new Error(`no marker in ${line}`);
    const place = outline.place(marker, {
      indent: line.length - words.length,
      page: 0,
      gap: 0,
      after,
      announced,
      ...changes,
    });
    announced = words.endsWith(':');
    if (place !== null) after = 'item';
    return place?.depth ?? null;
  });
}

describe('an outline', () => {
  it('nests by column and comes back', () => {
    expect(depthsOf(['1. a', '   1. b', '   2. c', '2. d', '   1. e', '3. f'])).toEqual([0, 1, 1, 0, 1, 0]);
  });

  it('nests bullets of another kind under what they follow', () => {
    expect(depthsOf(['1. a:', '● b', '- c', '● d', '2. e'])).toEqual([0, 1, 2, 1, 0]);
  });

  it('puts a full number under the item whose number it begins with', () => {
    expect(depthsOf(['6. a', '6-1. b', '6-2. c', '7. d'])).toEqual([0, 1, 1, 0]);
  });

  it('takes a number out of its order inside a line for words', () => {
    expect(depthsOf(['1. convention', '118. of the year', '2. next'])).toEqual([0, null, 0]);
  });

  it('forgives a number that a list lacks', () => {
    expect(depthsOf(['1. a', '2. b', '4. d'])).toEqual([0, 0, 0]);
  });

  it('reads (i) after (h) as a letter and after nothing as a Roman one', () => {
    expect(depthsOf(['(g) a', '(h) b', '(i) c'], { gap: 1 })).toEqual([null, null, 0]);
    expect(depthsOf(['(a) x', '(b) y', '(c) z'])).toEqual([0, 0, 0]);
    expect(depthsOf(['(i) x', '(ii) y', '(iii) z'])).toEqual([0, 0, 0]);
  });

  it('goes on with the outermost numbering behind a heading', () => {
    const outline = new Outline();
    const place = (line: string, after: MarkerPlace['after']) => {
      const marker = readMarker(line, 0, line.length);
      return marker === null ? null : outline.place(marker, { indent: 0, page: 0, gap: 1, after, announced: false });
    };
    const first = place('1. a', 'nothing');
    outline.interrupt('heading');
    expect(place('2. b', 'heading')).toEqual(first);
  });

  it('follows no list deeper than anybody reads', () => {
    const lines = Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth * 3)}- x`);
    expect(Math.max(...depthsOf(lines).map(Number))).toBeLessThan(20);
  });
});
