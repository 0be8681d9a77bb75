import { isSpace, skipSpaces } from './spaces.js';
import { foldWord } from './words.js';

export interface Sentence {
  start: number;
  end: number;
}

const TERMINATOR = /[.!?\u061f\u06d4\u3002]+/g;
const CLOSER = /["'\u2019\u201d\u00bb)\]]/;
/** What a new sentence may begin with: a capital, a letter of a script without case, a digit, an opening sign. */
const OPENING = /[\p{Lu}\p{Lt}\p{Lo}\p{N}"'\u2018\u201c\u00ab([\u00bf\u00a1\u2022]/u;
const LONGEST_ABBREVIATION = 12;

/** Sentences of a paragraph; a stop after an abbreviation or an initial ("Gen.", "U.S.", "No.") ends none. */
export function splitSentences(text: string, abbreviations: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = [];
  TERMINATOR.lastIndex = 0;
  let start = skipSpaces(text, 0, text.length);
  for (;;) {
    const stop = TERMINATOR.exec(text);
    if (stop === null) break;
    let end = stop.index + stop[0].length;
    while (end < text.length && CLOSER.test(text[end] ?? '')) end += 1;
    if (end < text.length && !isSpace(text.charCodeAt(end))) continue;
    const next = skipSpaces(text, end, text.length);
    if (next < text.length && !OPENING.test(text[next] ?? '')) continue;
    if (stop[0] === '.' && endsInAbbreviation(text, stop.index, abbreviations)) continue;
    if (end > start) sentences.push({ start, end });
    start = next;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** Whether the stop at `at` belongs to the word before it. */
export function endsInAbbreviation(text: string, at: number, abbreviations: ReadonlySet<string>): boolean {
  let from = at;
  while (from > 0 && at - from <= LONGEST_ABBREVIATION && !isBoundary(text, from - 1)) from -= 1;
  const word = text.slice(from, at);
  if (word.length === 0 || at - from > LONGEST_ABBREVIATION) return false;
  return /^(?:\p{Lu}\p{M}?|\p{L}(?:\.\p{L})+)$/u.test(word) || abbreviations.has(foldWord(word));
}

function isBoundary(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || '("[\u201c\u2018/-'.includes(text[at] ?? '');
}
