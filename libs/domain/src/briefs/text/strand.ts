import type { TextRange } from '@uptake/contracts';
import { foldSpaces, isSpace, skipSpaces, trimEnd } from './spaces.js';

/** A run of words inside one line of the text. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The words of one block as one string, whatever lines and pages they are spread over. Work on `words`, then ask for
 * the ranges of the source that a stretch of it came from.
 */
export class Strand {
  readonly words: string;
  readonly #starts: number[] = [];

  constructor(
    readonly source: string,
    readonly spans: readonly Span[],
  ) {
    const pieces: string[] = [];
    let length = 0;
    for (const span of spans) {
      this.#starts.push(length);
      pieces.push(source.slice(span.start, span.end));
      length += span.end - span.start + 1;
    }
    this.words = pieces.join(' ');
  }

  get text(): string {
    return foldSpaces(this.words);
  }

  /** Ranges of the source under `words[from, to)`; two lines with only white space between them make one range. */
  rangesOf(from = 0, to = this.words.length): TextRange[] {
    const start = skipSpaces(this.words, from, to);
    const end = trimEnd(this.words, start, to);
    const ranges: TextRange[] = [];
    for (let i = this.#spanAt(start); i < this.spans.length; i += 1) {
      const span = this.spans[i];
      const at = this.#starts[i];
      if (span === undefined || at === undefined || at >= end) break;
      const first = span.start + Math.max(0, start - at);
      const last = Math.min(span.end, span.start + end - at);
      const words: TextRange = [skipSpaces(this.source, first, last), trimEnd(this.source, first, last)];
      if (words[0] >= words[1]) continue;
      const previous = ranges.at(-1);
      if (previous !== undefined && isBlank(this.source, previous[1], words[0])) previous[1] = words[1];
      else ranges.push(words);
    }
    return ranges;
  }

  #spanAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The words of the ranges, white space folded: what a passage of these ranges must read. */
export function textOfRanges(source: string, ranges: readonly TextRange[]): string {
  return foldSpaces(ranges.map(([start, end]) => source.slice(start, end)).join(' '));
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
