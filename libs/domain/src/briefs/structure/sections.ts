import type { Heading, SectionKind } from './headings.js';
import type { Block } from './blocks.js';

/** A heading with what its passages are taken for, by its own words or by those of the heading above it. */
export interface Section {
  heading: Heading;
  kind: SectionKind | null;
  /** The section it stands in, null at the top. */
  parent: Section | null;
  index: number;
}

/** A heading-like line in a row of this many without text between is a line of a list of names, not a heading. */
const ROW_OF_NAMES = 4;

/** The section of every block, by its index; null before the first heading. */
export function readSections(blocks: readonly Block[]): { sections: Section[]; sectionOf: (Section | null)[] } {
  const sections: Section[] = [];
  const sectionOf: (Section | null)[] = [];
  let current: Section | null = null;
  for (const [i, block] of blocks.entries()) {
    if (block.type === 'heading' && !isName(blocks, i)) {
      current = open(block.heading, current, isFollowedByHeading(blocks, i), sections.length);
      sections.push(current);
    }
    sectionOf.push(current);
  }
  return { sections, sectionOf };
}

function open(heading: Heading, before: Section | null, isEmpty: boolean, index: number): Section {
  let parent = before;
  while (parent !== null && !(holds(parent, heading) && !isClosedBy(parent, heading))) parent = parent.parent;
  const inherited = parent?.kind === 'context' ? null : (parent?.kind ?? null);
  const kind = within(heading, parent) ?? inherited;
  const rank = isEmpty && heading.kind === 'recommendation' ? heading.rank - 0.5 : heading.rank;
  return { heading: { ...heading, rank }, kind, parent, index };
}

function holds(section: Section, inner: Heading): boolean {
  return section.heading.rank < inner.rank;
}

/** A roof over headings of its own look ends where one of them says that it is about something else. */
function isClosedBy({ heading }: Section, inner: Heading): boolean {
  return !Number.isInteger(heading.rank) && Math.ceil(heading.rank) === inner.rank && inner.kind !== null;
}

/** "Security issues" among recommendations is a theme of theirs. */
function within(heading: Heading, parent: Section | null): SectionKind | null {
  const isTheme =
    parent?.kind === 'recommendation' && !heading.isExact && (heading.kind === 'issue' || heading.kind === 'interest');
  return isTheme ? null : heading.kind;
}

/** A heading right before another one is the roof over it, even where both look alike. */
function isFollowedByHeading(blocks: readonly Block[], at: number): boolean {
  return blocks[at + 1]?.type === 'heading';
}

/** In a long row of short lines only the first, those with a known heading, and the last before text are headings. */
function isName(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.type !== 'heading' || block.heading.kind !== null || block.heading.rank < 20) return false;
  let first = at;
  while (at - first < ROW_OF_NAMES && blocks[first - 1]?.type === 'heading') first -= 1;
  let last = at;
  while (last - first < ROW_OF_NAMES && blocks[last + 1]?.type === 'heading') last += 1;
  const isRow = last - first + 1 >= ROW_OF_NAMES;
  const isLast = blocks[at + 1] !== undefined && blocks[at + 1]?.type !== 'heading';
  return isRow && at !== first && !isLast;
}
