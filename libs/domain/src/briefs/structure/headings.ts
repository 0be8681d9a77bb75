import type { PassageKind } from '@uptake/contracts';
import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { Line } from '../text/lines.js';
import { wordsOf, type Word } from '../text/words.js';
import { readMarker, type Marker } from './markers.js';

/** What its words say a section holds; `aside` is a part that holds no passages at all. */
export type SectionKind = PassageKind | 'aside';

export interface Heading {
  start: number;
  end: number;
  /** Smaller stands higher; only comparable within one text. */
  rank: number;
  /** Null where the words promise nothing. */
  kind: SectionKind | null;
  /** Whether the kind is all it says: "Issues", not "Security issues". */
  isExact: boolean;
  /** Set where the heading says whom its items are for: "To the Ministry of Health". */
  isAddressee: boolean;
}

const RANK = {
  strong: 7,
  roman: 20,
  capitals: 21,
  letter: 22,
  number: 22,
  framed: 23,
  plain: 25,
  colon: 26,
  addressee: 27,
} as const;
const LONGEST_HEADING = 130;
const MOST_WORDS = 14;
/** A line that ends in a colon is a heading only when it is this short; longer ones lead into a list. */
const MOST_WORDS_BEFORE_COLON = 6;

const MARKDOWN = /^(#{1,6})\s+/;
const STRONG = /^(\*\*|__)(?!\s)[^*_]{1,120}\1:?$/;
const ENDS_AS_SENTENCE = /[.;,!?،؛؟۔…]["'”’)\]]?$/;
const LOWER_CASE_START = /^["'“‘(]?\p{Ll}/u;
const SENTENCE_INSIDE = /\p{Ll}{3}[.!?]\s+\(?\p{Lu}/u;
const NOT_A_TITLE = /https?:|www\.|@|\.{4}|…{2}|\|/;
const PAGE_AT_END = /^(?:\S+\s){2,}.*\s\d{1,3}$/;
const TRAILING_SIGNS = /[\s*†‡#:_]+$/;

/** The heading that a line by itself is, or null. `marker` is the number it begins with, `next` the line after it. */
export function readHeading(
  text: string,
  line: Line,
  next: Line | undefined,
  marker: Marker | null,
  vocabulary: Vocabulary,
): Heading | null {
  if (line.end - line.start > LONGEST_HEADING) return null;
  const all = text.slice(line.start, line.end);
  const markdown = MARKDOWN.exec(all);
  if (markdown !== null)
    return headingOf(text, line.start + markdown[0].length, line.end, markdown[1]?.length ?? 1, vocabulary);
  if (STRONG.test(all)) return headingOf(text, line.start + 2, line.end, RANK.strong, vocabulary);
  if (marker?.kind === 'bullet' || marker?.kind === 'label') return null;
  const start = marker?.end ?? line.start;
  const words = text.slice(start, line.end);
  if (!looksLikeTitle(words)) return null;
  const found = headingOf(text, start, line.end, rankOf(words, marker), vocabulary);
  if (words.endsWith(':') && !isColonHeading(text, found, line, vocabulary)) return null;
  const isAlone = line.gap > 0 && (next === undefined || next.gap > 0);
  if (marker !== null) return isAlone || isHeadOf(next, text, line, found) ? numbered(found, text, vocabulary) : null;
  return isAlone || words.endsWith(':') || isExactKind(text, found) ? found : null;
}

/** The heading that `[start, rawEnd)` makes, read for what it promises. */
export function headingOf(text: string, start: number, rawEnd: number, rank: number, vocabulary: Vocabulary): Heading {
  const words = text.slice(start, rawEnd);
  const end = start + Math.max(words.replace(TRAILING_SIGNS, '').length, 1);
  const list = wordsOf(text, MOST_WORDS + 4, start, end);
  const isAddressee = vocabulary.headings.addressee.lengthAt(list, 0) > 0 && list.length > 1;
  const kind = kindOf(list, vocabulary);
  const isExact = kind !== null && vocabulary.headings[kind].lengthAt(list, 0) === list.length;
  return {
    start,
    end,
    rank: isAddressee && rank > RANK.framed ? RANK.addressee : rank,
    kind,
    isExact,
    isAddressee: isAddressee && kind === null,
  };
}

function looksLikeTitle(words: string): boolean {
  if (
    ENDS_AS_SENTENCE.test(words) ||
    LOWER_CASE_START.test(words) ||
    NOT_A_TITLE.test(words) ||
    SENTENCE_INSIDE.test(words) ||
    PAGE_AT_END.test(words)
  )
    return false;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const digits = words.match(/\p{N}/gu)?.length ?? 0;
  return letters >= 2 && digits * 2 <= letters && wordsOf(words, MOST_WORDS + 1).length <= MOST_WORDS;
}

function rankOf(words: string, marker: Marker | null): number {
  const reading = marker?.readings[0];
  if (reading !== undefined) {
    if (reading.scheme === '-1-') return RANK.framed;
    if (/[iI]/.test(reading.scheme) && !/hijai|label/.test(reading.scheme)) return RANK.roman;
    return /[aA]/.test(reading.scheme) && reading.scheme !== 'path'
      ? RANK.letter
      : RANK.number + reading.path.length - 1;
  }
  if (words === words.toUpperCase() && words !== words.toLowerCase()) return RANK.capitals;
  return words.endsWith(':') ? RANK.colon : RANK.plain;
}

/** "II. Recommendations" right above the paragraph 127: a known heading, and what follows begins anew. */
function isHeadOf(next: Line | undefined, text: string, line: Line, found: Heading): boolean {
  if (found.kind === null || line.gap === 0 || next === undefined) return false;
  return found.isExact || next.indent > line.indent || readMarker(text, next.start, next.end) !== null;
}

/** A number before a short line makes a heading of it unless the line asks for something: then it is an item. */
function numbered(found: Heading, text: string, vocabulary: Vocabulary): Heading | null {
  const words = wordsOf(text, MOST_WORDS, found.start, found.end);
  return found.kind === null && vocabulary.isQualifiedAction(words, 0) ? null : found;
}

function isColonHeading(text: string, found: Heading, line: Line, vocabulary: Vocabulary): boolean {
  const words = wordsOf(text, MOST_WORDS, found.start, line.end);
  if (line.gap === 0 || words.length > MOST_WORDS_BEFORE_COLON + (found.isAddressee ? 6 : 0)) return false;
  const { calls, findings, obligations, announcements } = vocabulary;
  return [calls.firstPerson, calls.thirdPerson, calls.impersonal, findings, obligations, announcements.pointers].every(
    (set) => set.indexIn(words) < 0 || isNoun(found, set.indexIn(words), words.length),
  );
}

/** "Key findings:" is a heading although "findings" also leads in; "We found:" is none. */
function isNoun(found: Heading, at: number, count: number): boolean {
  return found.kind !== null && at === count - 1 && count <= 3;
}

/** Without blank lines around it a line is a heading only when a known heading is all it says. */
function isExactKind(text: string, found: Heading): boolean {
  if (found.kind === null) return false;
  if (found.isExact) return found.kind !== 'context' && found.kind !== 'aside';
  return found.rank === RANK.capitals && wordsOf(text, 6, found.start, found.end).length <= 5;
}

/** What the words of a heading promise; the part after them decides less than the first known phrase. */
export function kindOf(words: readonly Word[], { headings }: Vocabulary): SectionKind | null {
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (headings.aside.indexIn(words, 0, 2) >= 0 || contains(headings.aside, words, 2)) return 'aside';
  if (headings.recommendation.indexIn(words) >= 0) return 'recommendation';
  if (headings.interest.indexIn(words) >= 0 && words.length <= 4) return 'interest';
  if (headings.issue.indexIn(words) >= 0 && words.length <= 4) return 'issue';
  return headings.context.indexIn(words, 0, 2) >= 0 ? 'context' : null;
}

/** Whether a phrase of at least `length` words stands anywhere among them. */
function contains(
  set: { lengthAt: (words: readonly Word[], at: number) => number },
  words: readonly Word[],
  length: number,
): boolean {
  return words.some((_, at) => set.lengthAt(words, at) >= length);
}
