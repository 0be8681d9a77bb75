import type { TextRange } from '@uptake/contracts';
import { DomainError } from '../shared/domain-error.js';

/** The words of some ranges as a passage shows them: joined by a blank, white space folded. */
export const wordsOf = (text: string, ranges: readonly TextRange[]): string =>
  ranges
    .map(([start, end]) => text.slice(start, end))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Ranges in the order of the text, touching ones joined. Offsets are UTF-16 units. */
export function orderedRanges(ranges: readonly TextRange[]): TextRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const joined: TextRange[] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

const refuse = (message: string): never => {
  throw new DomainError('invalid_input', { errors: [{ path: 'ranges', code: 'invalid_ranges', message }] });
};

/** Refuses ranges outside the text, empty of words, cutting a character in two, or overlapping those of other passages. */
export function checkRanges(
  text: string,
  ranges: readonly TextRange[],
  others: ReadonlyArray<readonly TextRange[]>,
): void {
  for (const [start, end] of ranges) {
    if (start >= end) refuse(`The range ${start}-${end} is empty`);
    if (end > text.length) refuse(`The range ${start}-${end} goes beyond the text, which ends at ${text.length}`);
    if (splitsCharacter(text, start) || splitsCharacter(text, end))
      refuse(`The range ${start}-${end} cuts a character in two`);
    if (wordsOf(text, [[start, end]]) === '') refuse(`The range ${start}-${end} holds no words`);
    const clash = others.flat().find(([from, to]) => start < to && from < end);
    if (clash) refuse(`The range ${start}-${end} overlaps another passage at ${clash[0]}-${clash[1]}`);
  }
}

function splitsCharacter(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Cuts ranges in two at an offset inside them; both halves must hold words. */
export function splitRanges(text: string, ranges: readonly TextRange[], at: number): [TextRange[], TextRange[]] {
  const before = ranges.filter(([start]) => start < at).map(([start, end]): TextRange => [start, Math.min(end, at)]);
  const after = ranges.filter(([, end]) => end > at).map(([start, end]): TextRange => [Math.max(start, at), end]);
  if (wordsOf(text, before) === '' || wordsOf(text, after) === '' || splitsCharacter(text, at)) {
    throw new DomainError('invalid_input', {
      errors: [{ path: 'at', code: 'outside', message: 'Split between two words of the passage' }],
    });
  }
  return [trimmed(text, before), trimmed(text, after)];
}

/** Without the white space at the ends, so that both halves begin and end with words. */
function trimmed(text: string, ranges: TextRange[]): TextRange[] {
  return ranges
    .map(([start, end]): TextRange => {
      const words = text.slice(start, end);
      return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
    })
    .filter(([start, end]) => start < end);
}
