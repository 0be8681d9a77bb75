import type { Vocabulary } from '../lexicon/vocabulary.js';
import type { Block } from '../structure/blocks.js';
import { readLists, type List } from '../structure/lists.js';
import type { Section } from '../structure/sections.js';
import { Strand, type Span } from '../text/strand.js';

/** A text longer than this tells of much that others once asked; calls then count only where their place says so. */
const LONG_TEXT = 60_000;
/** Up to here a text is a statement, whose every "should" may be meant. */
const SHORT_TEXT = 15_000;

/** Everything known of a text before passages are looked for, and which blocks have been used up. */
export class Reading {
  /** Set where something was passed over because there was too much of it. */
  isCut = false;
  readonly lists: readonly List[];
  readonly isLong: boolean;
  readonly isShort: boolean;
  /** Blocks that are passages or parts of one. */
  readonly used = new Set<Block>();
  /** Where a lead-in begins in the words of its paragraph; what stands before it is still prose. */
  readonly leadIns = new Map<Block, number>();

  constructor(
    readonly text: string,
    readonly blocks: readonly Block[],
    readonly sectionOf: readonly (Section | null)[],
    readonly vocabulary: Vocabulary,
  ) {
    this.lists = readLists(blocks);
    this.isLong = text.length > LONG_TEXT;
    this.isShort = text.length <= SHORT_TEXT;
  }

  strand(spans: readonly Span[]): Strand {
    return new Strand(this.text, spans);
  }
}
