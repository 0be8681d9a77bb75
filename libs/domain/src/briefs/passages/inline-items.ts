import { isSpace, trimEnd } from '../text/spaces.js';

export interface InlineItem {
  number: string;
  start: number;
  end: number;
}

const ENUMERATOR = /\(?(?:(\d{1,2})|([a-z])|([ivx]{1,5}))\)(?=\s)/g;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const DANGLING = /[;,،؛]?\s*(?:(?:and|or|et|ou|y|e|o|و|أو)\s*)?$/u;

/** The items of an enumeration inside a sentence, "(1) ...; and (2) ...", each without what joins it to the next. */
export function splitInlineItems(sentence: string): InlineItem[] {
  const marks = enumerators(sentence);
  if (marks.length < 2) return [];
  return marks.map((mark, i) => {
    const until = marks[i + 1]?.start ?? sentence.length;
    const words = sentence.slice(mark.end, until);
    const joint = i + 1 < marks.length ? (DANGLING.exec(words.slice(-12))?.[0].length ?? 0) : 0;
    return { number: mark.number, start: skip(sentence, mark.end), end: trimEnd(sentence, mark.end, until - joint) };
  });
}

/** The outermost count from one, by figures, letters or Roman numerals; brackets that count nothing are passed over. */
function enumerators(sentence: string): { number: string; start: number; end: number }[] {
  const counts = [nameOfFigure, nameOfLetter, nameOfRoman].map((nameOf) => {
    const marks: { number: string; start: number; end: number }[] = [];
    ENUMERATOR.lastIndex = 0;
    for (let found = ENUMERATOR.exec(sentence); found !== null; found = ENUMERATOR.exec(sentence)) {
      const number = found[0].replace(/[()]/g, '');
      const startsWord = found.index === 0 || isSpace(sentence.charCodeAt(found.index - 1));
      if (startsWord && number === nameOf(marks.length))
        marks.push({ number, start: found.index, end: found.index + found[0].length });
    }
    return marks;
  });
  const lists = counts.filter((marks) => marks.length >= 2);
  return lists.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))[0] ?? [];
}

function nameOfFigure(at: number): string {
  return String(at + 1);
}

function nameOfLetter(at: number): string {
  return String.fromCharCode(97 + at);
}

function nameOfRoman(at: number): string {
  return ROMAN[at] ?? '';
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
