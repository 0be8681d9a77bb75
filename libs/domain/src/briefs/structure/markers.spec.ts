import { describe, expect, it } from '@jest/globals';
import { readMarker } from './markers.js';

const read = (line: string) => {
  const marker = readMarker(line, 0, line.length);
  return marker === null ? null : [marker.kind, marker.number, line.slice(marker.end)];
};

describe('a marker', () => {
  it.each([
    ['- Mend it', 'bullet', null, 'Mend it'],
    ['•Mend it', 'bullet', null, 'Mend it'],
    ['\uf0b7\tMend it', 'bullet', null, 'Mend it'],
    ['* [ ] Mend it', 'bullet', null, 'Mend it'],
    ['12. Mend it', 'ordinal', '12', 'Mend it'],
    ['(3) mend it', 'ordinal', '3', 'mend it'],
    ['4)\tMend it', 'ordinal', '4', 'Mend it'],
    ['127.4   Mend it', 'ordinal', '127.4', 'Mend it'],
    ['6-1. Mend it', 'ordinal', '6-1', 'Mend it'],
    ['-2- Au port', 'ordinal', '2', 'Au port'],
    ['(b) mend it', 'ordinal', 'b', 'mend it'],
    ['iv. Mend it', 'ordinal', 'iv', 'Mend it'],
    ['٣- إصلاح', 'ordinal', '3', 'إصلاح'],
    ['ب) إصلاح', 'ordinal', 'ب', 'إصلاح'],
    ['ثانيا: إصلاح', 'ordinal', '2', 'إصلاح'],
    ['۲. چاککردن', 'ordinal', '2', 'چاککردن'],
    ['Recommendation 4: Mend it', 'label', '4', 'Mend it'],
    ['**Recommendation 4**: Mend it', 'label', '4', 'Mend it'],
    ['Recommandation n° 2 : Réparer', 'label', '2', 'Réparer'],
    ['R7. Mend it', 'label', '7', 'Mend it'],
    ['1. [roman figures here] Mend it', 'ordinal', '1', 'Mend it'],
  ])('is read from "%s"', (line, kind, number, words) => {
    expect(read(line)).toEqual([kind, number, words]);
  });

  it.each([
    '2019 was dry',
    '3.5 million came',
    '10:30 in the hall',
    '20 June',
    'U.S. forces',
    '-5 degrees',
    '**bold** words',
    'Recommendation 5 has been met',
    '1962 (No. 118)',
    'iris grows',
    '[The Board] pays',
  ])('is not read into "%s"', (line) => expect(read(line)).toBeNull());
});
