import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { Line } from '../text/lines.js';
import { endsInAbbreviation } from '../text/sentences.js';
import type { Span } from '../text/strand.js';
import { isCapitalised, wordsOf } from '../text/words.js';
import { headingOf, readHeading, type Heading } from './headings.js';
import { readMarker, type Marker } from './markers.js';
import { Outline, type Placement } from './outline.js';

interface Lines {
  spans: Span[];
  gap: number;
  indent: number;
  /** Its words go on after a page break. */
  crossesPages: boolean;
  /** A line after a false sentence end was taken in. */
  joinedLines: boolean;
}

export interface HeadingBlock {
  type: 'heading';
  heading: Heading;
}
export interface ParagraphBlock extends Lines {
  type: 'paragraph';
}
export interface ItemBlock extends Lines {
  type: 'item';
  marker: Marker;
  place: Placement;
  /** Where its marker stands. */
  start: number;
}
export type Block = HeadingBlock | ParagraphBlock | ItemBlock;
type OpenBlock = ParagraphBlock | ItemBlock;

const CLOSED = /[.!?:;؟۔؛。]["'”’»)\]]{0,2}\d{0,3}$/;
const LOWER_CASE_START = /^["'“‘(]?\p{Ll}/u;
const RULE = /^(?:[-=_*~—–#]\s?){3,}$/;
/** A line that a page break cut is a full one; a shorter one had ended, without a stop or not. */
const LEAST_CUT_LINE = 45;
/** Headings that may stand together inside a sentence they broke. */
const MOST_HEADINGS_INSIDE = 2;
/** Columns a paragraph must stand in to belong to the item above it: more than a stray space. */
const LEAST_HANG = 2;

/** Puts lines together to headings, paragraphs and list items, in the order of the text. */
export function readBlocks(text: string, lines: readonly Line[], vocabulary: Vocabulary): Block[] {
  const reader = new BlockReader(text, vocabulary);
  for (const [i, line] of lines.entries()) reader.read(line, lines[i - 1], lines[i + 1]);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly #outline = new Outline();
  /** Column where the words of the open item begin. */
  #column = 0;

  constructor(
    readonly text: string,
    readonly vocabulary: Vocabulary,
  ) {}

  read(line: Line, previous: Line | undefined, next: Line | undefined): void {
    if (this.#isRule(line)) return this.#rule(line);
    const isNewPage = previous !== undefined && previous.page !== line.page;
    const marker = readMarker(this.text, line.start, line.end);
    const heading = readHeading(this.text, line, next, marker, this.vocabulary);
    if (heading !== null && !this.#isWrapped(line, isNewPage) && !this.#isItem(marker, heading, next))
      return this.#heading(heading);
    const place = marker === null ? null : this.#outline.place(marker, this.#placeOf(line));
    if (marker !== null && place !== null) return this.#item(marker, place, line);
    const open = this.#open;
    if (open !== undefined && this.#goesOn(open, line, isNewPage)) return this.#join(open, line, isNewPage);
    const cut = this.#cutByHeading(line);
    if (cut !== undefined) return this.#join(cut, line, true);
    this.#paragraph(line);
  }

  get #open(): OpenBlock | undefined {
    const last = this.blocks.at(-1);
    return last === undefined || last.type === 'heading' ? undefined : last;
  }

  #isRule(line: Line): boolean {
    return line.end - line.start >= 3 && RULE.test(this.text.slice(line.start, Math.min(line.end, line.start + 40)));
  }

  /** A rule under a single line makes a heading of it; elsewhere it ends what is open. */
  #rule(line: Line): void {
    const open = this.#open;
    const span = open?.spans[0];
    if (open?.type !== 'paragraph' || open.spans.length !== 1 || line.gap > 0 || span === undefined)
      return this.#outline.interrupt('paragraph');
    const bare: Line = { ...span, indent: 0, gap: 1, page: 0 };
    const heading = readHeading(this.text, bare, undefined, null, this.vocabulary);
    if (heading !== null)
      this.blocks.splice(-1, 1, {
        type: 'heading',
        heading: { ...heading, rank: this.text[line.start] === '=' ? 1 : 2 },
      });
  }

  /** A short line may only be the rest of a sentence that a page or a line break cut. */
  #isWrapped(line: Line, isNewPage: boolean): boolean {
    const open = this.#open;
    if (open === undefined || (line.gap > 0 && !isNewPage)) return false;
    return LOWER_CASE_START.test(this.text.slice(line.start, line.start + 2)) && !this.#isClosed(open);
  }

  /** Numbered short lines one after the other are items; one before a paragraph is a heading. */
  #isItem(marker: Marker | null, heading: Heading, next: Line | undefined): boolean {
    if (marker === null || heading.kind !== null) return false;
    const after = next === undefined ? null : readMarker(this.text, next.start, next.end);
    const scheme = marker.readings[0]?.scheme;
    const isListed = after?.readings.some((reading) => reading.scheme === scheme) ?? false;
    const last = this.blocks.at(-1);
    return isListed || (last?.type === 'item' && last.marker.readings.some((reading) => reading.scheme === scheme));
  }

  #heading(heading: Heading): void {
    const last = this.blocks.at(-1);
    const isRest = last?.type === 'heading' && last.heading.rank === heading.rank && this.#isCutShort(last.heading);
    if (isRest) last.heading = headingOf(this.text, last.heading.start, heading.end, heading.rank, this.vocabulary);
    else this.blocks.push({ type: 'heading', heading });
    this.#outline.interrupt('heading');
  }

  /** "Recommendations for": the next line goes on with it. */
  #isCutShort({ start, end }: Heading): boolean {
    const last = wordsOf(this.text, 20, start, end).at(-1);
    return last !== undefined && !isCapitalised(last) && this.vocabulary.stopWords.has(last.folded);
  }

  #placeOf(line: Line) {
    const last = this.blocks.at(-1);
    const open = this.#open;
    return {
      indent: line.indent,
      page: line.page,
      gap: line.gap,
      after: last?.type ?? ('nothing' as const),
      announced: open !== undefined && this.#lastWords(open).endsWith(':'),
    };
  }

  #item(marker: Marker, place: Placement, line: Line): void {
    const spans = marker.end < line.end ? [{ start: marker.end, end: line.end }] : [];
    this.#column = line.indent + (marker.end - line.start);
    this.blocks.push({
      type: 'item',
      marker,
      place,
      start: line.start,
      spans,
      gap: line.gap,
      indent: line.indent,
      crossesPages: false,
      joinedLines: false,
    });
  }

  #paragraph(line: Line): void {
    this.#outline.interrupt('paragraph');
    this.#column = 0;
    this.blocks.push({
      type: 'paragraph',
      spans: [spanOf(line)],
      gap: line.gap,
      indent: line.indent,
      crossesPages: false,
      joinedLines: false,
    });
  }

  #goesOn(open: OpenBlock, line: Line, isNewPage: boolean): boolean {
    if (open.spans.length === 0 || line.gap === 0) return true;
    const isClosed = this.#isClosed(open);
    if (!isClosed && LOWER_CASE_START.test(this.text.slice(line.start, line.start + 2))) return true;
    const last = open.spans.at(-1);
    if (isNewPage && !isClosed && last !== undefined && last.end - last.start >= LEAST_CUT_LINE) return true;
    return (
      open.type === 'item' &&
      !isNewPage &&
      line.indent >= Math.max(LEAST_HANG, open.indent + LEAST_HANG, this.#column - LEAST_HANG)
    );
  }

  /** The block whose sentence a side heading or running header broke into: this line goes on with it in small letters. */
  #cutByHeading(line: Line): OpenBlock | undefined {
    if (this.blocks.at(-1)?.type !== 'heading' || !LOWER_CASE_START.test(this.text.slice(line.start, line.start + 2)))
      return undefined;
    const before = this.blocks.slice(-MOST_HEADINGS_INSIDE - 1).findLast((block) => block.type !== 'heading');
    if (before === undefined || this.#isClosed(before)) return undefined;
    const last = before.spans.at(-1);
    return last !== undefined && last.end - last.start >= LEAST_CUT_LINE ? before : undefined;
  }

  #join(open: OpenBlock, line: Line, isNewPage: boolean): void {
    if (isNewPage && open.spans.length > 0) open.crossesPages = true;
    if (line.gap === 0 && open.type === 'item' && this.#isClosed(open) && /\p{Lu}/u.test(this.text[line.start] ?? ''))
      open.joinedLines = true;
    open.spans.push(spanOf(line));
  }

  #isClosed(open: OpenBlock): boolean {
    const words = this.#lastWords(open);
    if (!CLOSED.test(words)) return false;
    return !words.endsWith('.') || !endsInAbbreviation(words, words.length - 1, this.vocabulary.abbreviations);
  }

  #lastWords(open: OpenBlock): string {
    const span = open.spans.at(-1);
    return span === undefined ? '' : this.text.slice(Math.max(span.start, span.end - 40), span.end);
  }
}

function spanOf({ start, end }: Line): Span {
  return { start, end };
}
