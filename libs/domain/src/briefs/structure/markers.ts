import { lexicons } from '../lexicon/vocabulary.js';
import { skipSpaces } from '../text/spaces.js';
import { foldWord } from '../text/words.js';

/** One way to read a marker: "(i)" is the first Roman numeral or the ninth letter. */
export interface Reading {
  scheme: string;
  /** The numbers of a path such as 127.1; one number for all others. */
  path: readonly number[];
}

export interface Marker {
  kind: 'bullet' | 'ordinal' | 'label';
  /** As printed, without closing stop or bracket; null for a bullet. */
  number: string | null;
  readings: readonly Reading[];
  /** Where the item's own words begin. */
  end: number;
}

/** A marker longer than this is none; bounds every match below. */
const LONGEST_MARKER = 60;

const SIGN = /^[•●▪◦‣⁃∙○■□▸►▶➢➤✓✔✗❖◆◇★☆※‐\uF0B7\uF0A7\uF0D8\uF0FC\uF02D\uF076]/u;
/** Signs that are bullets only with white space behind them. */
const SPACED_SIGN = /^(?:[-–—*+·→](?=\s)|[o§](?=\t|\s{2}))/;
const CHECKBOX = /^\s*\[[ xX]?\]\s/;

const NUMBER =
  /^([([]?)([0-9٠-٩۰-۹]{1,3}(?:[.\-–][0-9٠-٩۰-۹]{1,3}){0,4})([.)\]:°º]{0,2}|\s?[-–](?=\s))(?=\s|$|\p{Lu}|\p{Lo})/u;
const FRAMED_NUMBER = /^-\s?([0-9٠-٩۰-۹]{1,3})\s?-(?=\s)/;
const LETTER = /^([([]?)([a-zA-Z]|[اأبتثجحخدهوزطي])([.)\]]|[-–](?=\s))(?=\s|$)/u;
const ROMAN = /^([([]?)([ivxl]{1,6}|[IVXL]{1,6})([.)\]])(?=\s|$)/;
const FOLLOWED_BY_LOWER_CASE = /^\s*[\p{Ll}%]/u;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** Arabic lists count by the order of the alphabet or by the older abjad. */
const HIJAI = 'ابتثجحخد';
const ABJAD = 'ابجدهوزحطي';

const labelWords = [...new Set(lexicons.flatMap((lexicon) => lexicon.labels).map(foldWord))];
const ordinalWords = new Map(
  lexicons.flatMap(({ ordinalWords: list }) => list.map((word, i) => [foldWord(word), i + 1])),
);
const LABEL =
  /^[*_]{0,3}([\p{L}\p{M}]{1,16}(?: [\p{L}\p{M}]{1,8}){0,2}?)[\s.]{0,2}(?:n[o°º]?[°º.]?\s?|#|رقم\s)?([0-9٠-٩۰-۹]{1,3}(?:[.\-][0-9٠-٩۰-۹]{1,3}){0,2})\s?([:.)–—\-]?)[*_]{0,3}[:.]?(?=\s|$)/iu;
const ORDINAL_WORD = /^([\p{L}\p{M}]{4,14})\s?[:\-–،](?=\s|$)/u;

/** The bullet, number or label that the line `[start, end)` of `text` begins with; null where it begins with words. */
export function readMarker(text: string, start: number, end: number): Marker | null {
  const head = text.slice(start, Math.min(end, start + LONGEST_MARKER));
  const found = readNumber(head) ?? readLetter(head) ?? readBullet(head) ?? readLabel(head) ?? readOrdinalWord(head);
  if (found === null) return null;
  return { ...found, end: skipNote(text, skipSpaces(text, start + found.end, end), end) };
}

function readBullet(head: string): Marker | null {
  const sign = SIGN.exec(head)?.[0] ?? SPACED_SIGN.exec(head)?.[0];
  if (sign === undefined) return null;
  const box = CHECKBOX.exec(head.slice(sign.length))?.[0] ?? '';
  return { kind: 'bullet', number: null, readings: [{ scheme: sign, path: [] }], end: sign.length + box.length };
}

function readNumber(head: string): Marker | null {
  const framed = FRAMED_NUMBER.exec(head);
  if (framed !== null) return ordinal(framed[1] ?? '', `-1-`, framed[0].length);
  const found = NUMBER.exec(head);
  if (found === null) return null;
  const [all, open = '', digits = '', close = ''] = found;
  const isPath = /[.\-–]/.test(digits);
  const isFenced = open !== '' || close !== '';
  if (!isFenced && (!isPath || !digits.includes('.') || FOLLOWED_BY_LOWER_CASE.test(head.slice(all.length))))
    return null;
  if (open !== '' && !/[)\]]/.test(close)) return null;
  return ordinal(digits, isPath ? 'path' : `${open}1${close.trim().slice(0, 1)}`, all.length);
}

function ordinal(digits: string, scheme: string, end: number): Marker {
  const plain = toAsciiDigits(digits);
  const path = plain.split(/[.\-–]/).map(Number);
  return { kind: 'ordinal', number: plain, readings: [{ scheme, path }], end };
}

function readLetter(head: string): Marker | null {
  const readings: Reading[] = [];
  const roman = ROMAN.exec(head);
  const letter = LETTER.exec(head);
  const found = roman ?? letter;
  if (found === null) return null;
  if (roman !== null) {
    const value = fromRoman((roman[2] ?? '').toLowerCase());
    const scheme = `${roman[1]}${/[a-z]/.test(roman[2] ?? '') ? 'i' : 'I'}${roman[3]}`;
    if (value !== null) readings.push({ scheme, path: [value] });
  }
  if (letter !== null) readings.push(...letterReadings(letter[1] ?? '', letter[2] ?? '', letter[3] ?? ''));
  if (readings.length === 0) return null;
  return { kind: 'ordinal', number: found[2] ?? null, readings, end: found[0].length };
}

function letterReadings(open: string, letter: string, close: string): Reading[] {
  const folded = foldWord(letter);
  return [
    { order: ALPHABET, name: letter === folded ? 'a' : 'A' },
    { order: HIJAI, name: 'hijai' },
    { order: ABJAD, name: 'abjad' },
  ]
    .map(({ order, name }) => ({ scheme: `${open}${name}${close}`, path: [order.indexOf(folded) + 1] }))
    .filter(({ path }) => path[0] !== 0);
}

function readLabel(head: string): Marker | null {
  const found = LABEL.exec(head);
  if (found === null) return null;
  const [all, word = '', digits = '', close = ''] = found;
  const folded = foldWord(word);
  const isShort = /^[Rr]$/.test(word);
  if (!isShort && !labelWords.includes(folded)) return null;
  const isFollowed = all.length < head.trimEnd().length;
  const isFenced = close !== '' || /[:.]$/.test(all) || /^(?:\t|\s{2})/.test(head.slice(all.length));
  if (!isFenced && isFollowed && (!isShort || FOLLOWED_BY_LOWER_CASE.test(head.slice(all.length)))) return null;
  const plain = toAsciiDigits(digits);
  return {
    kind: 'label',
    number: plain,
    readings: [{ scheme: `label ${folded}`, path: plain.split(/[.\-]/).map(Number) }],
    end: all.length,
  };
}

function readOrdinalWord(head: string): Marker | null {
  const found = ORDINAL_WORD.exec(head);
  const value = found === null ? undefined : ordinalWords.get(foldWord(found[1] ?? ''));
  if (found === null || value === undefined) return null;
  return {
    kind: 'ordinal',
    number: String(value),
    readings: [{ scheme: 'word', path: [value] }],
    end: found[0].length,
  };
}

/** An editor's note in square brackets between number and words ("[house style] Adopt ...") is not the item's own. */
function skipNote(text: string, from: number, end: number): number {
  if (text[from] !== '[') return from;
  const close = text.slice(from, Math.min(end, from + LONGEST_MARKER)).indexOf(']');
  const note = text.slice(from + 1, from + close);
  if (close < 4 || !/^[a-z][^[]* /.test(note)) return from;
  const after = skipSpaces(text, from + close + 1, end);
  return after < end ? after : from;
}

function toAsciiDigits(digits: string): string {
  return digits
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/–/g, '-');
}

function fromRoman(numeral: string): number | null {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let total = 0;
  for (let at = 0; at < numeral.length; at += 1) {
    const value = values[numeral[at] ?? ''] ?? 0;
    const next = values[numeral[at + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return /^(?:l?x{0,3}|x?l)(?:ix|iv|v?i{0,3})$/.test(numeral) && total > 0 ? total : null;
}
