import type { Marker, Reading } from './markers.js';

/** Where a marker stood and what stood before it. */
export interface MarkerPlace {
  indent: number;
  page: number;
  /** Blank lines before it. */
  gap: number;
  /** What the block before it was. */
  after: 'item' | 'paragraph' | 'heading' | 'nothing';
  /** Whether the words before it end in a colon. */
  announced: boolean;
}

export interface Placement {
  depth: number;
  /** The numbered run or list it belongs to; runs go on across headings and paragraphs. */
  run: number;
}

interface Level {
  scheme: string;
  path: readonly number[];
  indent: number;
  page: number;
  run: number;
}

/** Columns within which two items of a page stand in one line. */
const SAME_COLUMN = 1;
/** No reader follows a list deeper; bounds the work on one that only grows inward. */
const DEEPEST = 12;
/** A list may lack numbers, where its column says that it is the same list. */
const LARGEST_JUMP = 3;

/** Follows the numbering and nesting of lists down a text; says which markers are none. */
export class Outline {
  #levels: Level[] = [];
  #runs = 0;

  /** Where the marker belongs, or null when it is no marker but words that look like one ("118. ..." inside a line). */
  place(marker: Marker, at: MarkerPlace): Placement | null {
    return marker.kind === 'bullet' ? this.#placeBullet(marker, at) : this.#placeNumber(marker, at);
  }

  /** A heading or paragraph ends bullets; numbering may go on after it, after a heading only the outermost. */
  interrupt(by: 'heading' | 'paragraph'): void {
    const bullet = this.#levels.findIndex((level) => level.path.length === 0);
    const numbered = bullet < 0 ? this.#levels : this.#levels.slice(0, bullet);
    this.#levels =
      by === 'paragraph' ? numbered : numbered.filter((level, depth) => depth === 0 || level.path.length > 1);
  }

  #placeBullet(marker: Marker, at: MarkerPlace): Placement {
    const scheme = marker.readings[0]?.scheme ?? '';
    for (let depth = this.#levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.#levels[depth];
      if (level === undefined || level.scheme !== scheme) continue;
      if (level.page !== at.page || Math.abs(level.indent - at.indent) <= SAME_COLUMN)
        return this.#move(depth, { ...level, ...at });
    }
    const parent = this.#parentOfBullet(at);
    return this.#open(parent + 1, { scheme, path: [] }, at);
  }

  /** Depth of the item that a new kind of bullet belongs under, -1 for none. */
  #parentOfBullet(at: MarkerPlace): number {
    if (at.after !== 'item') return -1;
    for (let depth = this.#levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.#levels[depth];
      if (level === undefined) continue;
      const isDeeper = level.page === at.page && at.indent > level.indent + SAME_COLUMN;
      if (isDeeper || level.path.length > 0) return depth;
      if (
        (at.announced || at.gap === 0) &&
        level.page === at.page &&
        at.indent >= level.indent &&
        depth === this.#levels.length - 1
      )
        return depth;
    }
    return -1;
  }

  #placeNumber(marker: Marker, at: MarkerPlace): Placement | null {
    const successor = this.#successor(marker, at);
    if (successor !== null)
      return this.#move(successor.depth, { ...successor.reading, indent: at.indent, page: at.page });
    const first = marker.readings.find((reading) => reading.path.at(-1) === 1);
    const extended = this.#extended(marker);
    if (extended !== null) return this.#open(extended.depth + 1, extended.reading, at);
    if (first !== undefined && this.#mayOpen(at)) return this.#open(this.#depthOfNew(at), first, at);
    const [reading] = marker.readings;
    const isLoose =
      marker.kind === 'label' ||
      ((at.gap > 0 || at.after === 'heading' || at.after === 'nothing') && /^[([]?[1p]/.test(reading?.scheme ?? ''));
    if (reading === undefined || !isLoose) return null;
    return this.#open(at.after === 'item' && at.gap === 0 ? this.#depthOfNew(at) : 0, reading, at);
  }

  /** The level that this marker goes on, by its number first and its column second. */
  #successor(marker: Marker, at: MarkerPlace): { depth: number; reading: Reading } | null {
    let best: { depth: number; reading: Reading; cost: number } | null = null;
    for (let depth = this.#levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.#levels[depth];
      if (level === undefined) continue;
      const distance = level.page === at.page ? Math.abs(level.indent - at.indent) : 0;
      const jump = level.page === at.page && distance <= SAME_COLUMN ? LARGEST_JUMP : 1;
      const reading = marker.readings.find(
        ({ scheme, path }) => level.scheme === scheme && follows(level.path, path, jump),
      );
      if (reading === undefined) continue;
      if (best === null || distance < best.cost || (distance === best.cost && at.after !== 'item'))
        best = { depth, reading, cost: distance };
    }
    return best;
  }

  /** A path such as 127.1 or 6-1 opens its list under the item that carries its first number. */
  #extended(marker: Marker): { depth: number; reading: Reading } | null {
    for (const reading of marker.readings) {
      if (reading.path.length < 2) continue;
      const depth = this.#levels.findIndex(
        ({ path }) =>
          path.length > 0 && path.length < reading.path.length && path.every((n, i) => n === reading.path[i]),
      );
      if (depth >= 0) return { depth, reading };
    }
    return null;
  }

  #mayOpen(at: MarkerPlace): boolean {
    return at.gap > 0 || at.announced || at.after !== 'paragraph';
  }

  #depthOfNew(at: MarkerPlace): number {
    if (at.after !== 'item') return 0;
    for (let depth = this.#levels.length - 1; depth >= 0; depth -= 1) {
      const level = this.#levels[depth];
      if (level === undefined) continue;
      if (at.announced || (level.page === at.page && at.indent > level.indent + SAME_COLUMN)) return depth + 1;
    }
    return at.gap === 0 ? this.#levels.length : 0;
  }

  #open(depth: number, reading: Reading, at: MarkerPlace): Placement {
    this.#runs += 1;
    return this.#move(Math.min(depth, DEEPEST), { ...reading, indent: at.indent, page: at.page, run: this.#runs });
  }

  #move(depth: number, level: Partial<Level> & Reading): Placement {
    const run = level.run ?? this.#levels[depth]?.run ?? this.#runs;
    const { scheme, path, indent = 0, page = 0 } = level;
    this.#levels = this.#levels.slice(0, depth);
    this.#levels.push({ scheme, path, indent, page, run });
    return { depth: this.#levels.length - 1, run };
  }
}

/** Whether `next` is the number after `last`: 7 after 6, 127.2 after 127.1, 2.1 after 1.9; `jump` numbers may lack. */
function follows(last: readonly number[], next: readonly number[], jump: number): boolean {
  if (last.length !== next.length || last.length === 0) return false;
  const at = next.findIndex((number, i) => number !== last[i]);
  if (at < 0) return false;
  const step = (next[at] ?? 0) - (last[at] ?? 0);
  return step >= 1 && step <= jump && next.slice(at + 1).every((number) => number === 1);
}
