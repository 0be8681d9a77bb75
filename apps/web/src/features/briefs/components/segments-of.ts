import type { Passage } from '@uptake/contracts';

/** A stretch of the original, `text.slice(start, end)`: words of a passage, or of none. */
export interface Segment {
  start: number;
  end: number;
  passage: Passage | null;
  /** The passage's first stretch: the one that Tab enters. */
  first: boolean;
}

/** Cuts the original where passages begin and end. Ranges never overlap: the server sees to it. */
export function segmentsOf(length: number, passages: readonly Passage[]): Segment[] {
  const ranges = passages
    .flatMap((passage) => passage.ranges.map(([start, end], index) => ({ start, end, passage, first: index === 0 })))
    .sort((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let at = 0;
  for (const range of ranges) {
    if (range.start > at) segments.push({ start: at, end: range.start, passage: null, first: false });
    segments.push(range);
    at = range.end;
  }
  if (at < length) segments.push({ start: at, end: length, passage: null, first: false });
  return segments;
}

/** Offset in the brief's text of a place in the passage's words, its ranges set below each other. */
export function offsetInText(ranges: readonly (readonly [number, number])[], place: number): number {
  let left = place;
  for (const [start, end] of ranges) {
    if (left <= end - start) return start + left;
    // One more for the line break between two ranges.
    left -= end - start + 1;
  }
  return ranges.at(-1)?.[1] ?? 0;
}
