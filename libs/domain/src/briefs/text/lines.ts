import { isSpace, skipSpaces, trimEnd } from './spaces.js';

/** A line that has words; blank lines are only counted. */
export interface Line {
  /** Offsets of the words, without the white space around them. */
  start: number;
  end: number;
  /** Columns before the first word, a tab to the next multiple of four. */
  indent: number;
  /** Blank lines before this one; the first line of the text counts one. */
  gap: number;
  /** Counts form feeds, so zero everywhere in a text without pages. */
  page: number;
}

const LINE_END = /[\n\f\v\u0085\u2028\u2029]/g;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  LINE_END.lastIndex = 0;
  let from = 0;
  let gap = 1;
  let page = 0;
  while (from <= text.length) {
    const end = LINE_END.exec(text);
    const to = end === null ? text.length : end.index;
    const start = skipSpaces(text, from, to);
    if (start < to) {
      lines.push({ start, end: trimEnd(text, start, to), indent: columns(text, from, start), gap, page });
      gap = 0;
    } else {
      gap += 1;
    }
    if (end === null) break;
    if (end[0] === '\f') page += 1;
    from = to + 1;
  }
  return lines;
}

function columns(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 9) column += 4 - (column % 4);
    else if (isSpace(code) && code !== 0x200e && code !== 0x200f) column += 1;
  }
  return column;
}
