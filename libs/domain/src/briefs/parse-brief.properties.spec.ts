import { describe, expect, it } from '@jest/globals';
import { ParsedBrief } from '@uptake/contracts';
import fc from 'fast-check';
import { parseBrief } from './parse-brief.js';
import { MOST_PASSAGES } from './passages/settle.js';

/** Pieces that briefs are made of, so that chance builds headings, lists, pages and broken lines out of them. */
const piece = fc.constantFrom(
  'ISSUES',
  'Recommendations',
  '# Calls to action',
  '## To the Council',
  'Annex',
  'We found:',
  'We recommend that the Board:',
  'We call upon Norland to act.',
  'The Board should pay. (Recommendation 2)',
  '- Mend the wall.',
  '  - Begin early.',
  '* Pay',
  '1. Open the gate',
  '2) close it;',
  '(a) first',
  '(1) one; and (2) two.',
  '127.1 Ratify',
  '● نقطة',
  'توصيات',
  'تدعو المدينة إلى فتح الباب.',
  'ڕاسپاردەکان',
  '١- دابینکردنی ئاو',
  'Al Consejo, crear un fondo.',
  'Appels :',
  '-1- Sur le quai',
  '**',
  '----',
  '3',
  '\f',
  '\n',
  '\n\n',
  '\t',
  'Gen.',
  'U.S.',
  'and so on',
  '[note x] y',
  '\u0000',
  '\ud800',
  '\ufeff',
  '“…”',
);
const text = fc.oneof(
  fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '\n ', '\f'))).map((parts) => parts.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

describe('any text', () => {
  it('is read without an error into the contract’s shape', () => {
    fc.assert(fc.property(text, (raw) => void ParsedBrief.parse(parseBrief(raw))));
  });

  it('yields passages that never overlap and stand in the order of the text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const ranges = parseBrief(raw).passages.flatMap((passage) => passage.ranges);
        for (const [i, range] of ranges.entries()) expect(range[0]).toBeGreaterThanOrEqual(ranges[i - 1]?.[1] ?? 0);
      }),
    );
  });

  it('yields passages whose words are those of their ranges', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const found = parseBrief(raw);
        for (const passage of found.passages) {
          const words = passage.ranges.map(([from, to]) => found.text.slice(from, to)).join(' ');
          expect(words.replace(/\s+/g, ' ').trim()).toBe(passage.text);
        }
      }),
    );
  });

  it('reads the same with any line ends, and again from its own answer', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const lined = raw.replaceAll('\r', '');
        const found = parseBrief(lined);
        expect(parseBrief(lined.replaceAll('\n', '\r\n'))).toEqual(found);
        const again = parseBrief(found.text);
        expect({ ...again, warnings: [] }).toEqual({ ...found, warnings: [] });
      }),
    );
  });
});

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['a byte order mark alone', '\ufeff'],
    ['NULs and halves of surrogates', '\0\ud800\udc00\udc00\ud83d'.repeat(2_000)],
    ['a megabyte in one line', 'the council should act, '.repeat(45_000)],
    ['only bullets', '- \n'.repeat(50_000)],
    ['only opening brackets', '('.repeat(200_000)],
    ['enumerators without end', `We urge Norland to: ${'(1) a (2) b '.repeat(20_000)}`],
    ['sentence ends without sentences', '. ! ? '.repeat(50_000)],
    ['lists nested ever deeper', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
    ['pages without words', '\f'.repeat(100_000)],
  ])('survives %s', (_, raw) => {
    expect(() => ParsedBrief.parse(parseBrief(raw))).not.toThrow();
  });

  it('replaces what cannot be stored one for one, so that offsets hold', () => {
    const found = parseBrief('A\0B \ud800C');
    expect(found.text).toBe('A\ufffdB \ufffdC');
    expect(found.warnings).toContain('replaced-characters');
  });

  it('stops at more passages than anybody could confirm', () => {
    const found = parseBrief(`Recommendations\n\n${'- Mend it.\n'.repeat(MOST_PASSAGES + 5)}`);
    expect(found.warnings).toContain('too-many-passages');
    expect(found.passages).toHaveLength(MOST_PASSAGES);
  });
});
