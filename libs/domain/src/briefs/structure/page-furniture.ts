import type { Line } from '../text/lines.js';
import { foldSpaces } from '../text/spaces.js';

/** Lines of a page, at either end, that a running header, footer or page number may stand on. */
const EDGE = 3;
const LONGEST_FURNITURE = 120;
/** A line is a running header when it stands at the edge of this many pages. */
const PAGES_OF_A_HEADER = 2;
/** Page numbers without form feeds are believed when this many count up by one. */
const NUMBERS_IN_A_ROW = 4;

const PAGE_NUMBER =
  /^(?:[-–—|]\s?)?(?:(?:page|p\.|página|pagina|seite|صفحة|صفحه|لاپەڕە)\s?)?([0-9٠-٩۰-۹]{1,4}|[ivxlc]{1,6})(?:\s?(?:of|\/|de|sur|من|لە)\s?[0-9٠-٩۰-۹]{1,4})?(?:\s?[-–—|])?$/iu;
const FOOTNOTE_SIGN = /^(?:\*{1,4}|[†‡¹²³])(?:\s|$|(?=\p{L}))/u;

export interface PagedLines {
  /** The lines of the text itself, `page` counting page breaks however they were found. */
  lines: Line[];
  removed: number;
}

/** Takes away what stands on a page and not in the text: page numbers, running headers and footers, page footnotes. */
export function removePageFurniture(text: string, lines: readonly Line[]): PagedLines {
  const isPaged = (lines.at(-1)?.page ?? 0) > 0;
  const furniture = isPaged ? furnitureOfPages(text, lines) : furnitureByNumbers(text, lines);
  if (furniture.size === 0) return { lines: [...lines], removed: 0 };
  const kept: Line[] = [];
  let page = 0;
  let gap = 0;
  for (const [i, line] of lines.entries()) {
    gap += line.gap;
    if (furniture.has(i)) {
      if (!isPaged && isPageNumber(text, line)) page += 1;
      continue;
    }
    kept.push({ ...line, gap, page: isPaged ? line.page : page });
    gap = 0;
  }
  return { lines: kept, removed: furniture.size };
}

function furnitureOfPages(text: string, lines: readonly Line[]): Set<number> {
  const pages = groupByPage(lines);
  const seen = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(edges(page).map((i) => keyOf(text, lines[i])));
    for (const key of keys) if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const furniture = new Set<number>();
  for (const page of pages) {
    for (const i of edges(page)) {
      const line = lines[i];
      const key = keyOf(text, line);
      if (line === undefined || key === '') continue;
      if (isPageNumber(text, line) || (seen.get(key) ?? 0) >= PAGES_OF_A_HEADER) furniture.add(i);
    }
    for (const i of footnotes(text, lines, page)) furniture.add(i);
  }
  return furniture;
}

function groupByPage(lines: readonly Line[]): number[][] {
  const pages: number[][] = [];
  for (const [i, line] of lines.entries()) (pages[line.page] ??= []).push(i);
  return pages.filter((page) => page !== undefined);
}

function edges(page: readonly number[]): number[] {
  return page.length <= 2 * EDGE ? [...page] : [...page.slice(0, EDGE), ...page.slice(-EDGE)];
}

/** What a running line looks like on every page: its words without a page number at either end. */
function keyOf(text: string, line: Line | undefined): string {
  if (line === undefined || line.end - line.start > LONGEST_FURNITURE) return '';
  return foldSpaces(text.slice(line.start, line.end).replace(/^\d{1,4}(?:\s{2,}|\s?\|)|(?:\s{2,}|\|\s?)\d{1,4}$/g, ''));
}

function isPageNumber(text: string, line: Line): boolean {
  return line.end - line.start <= 24 && PAGE_NUMBER.test(text.slice(line.start, line.end));
}

/** From the first footnote sign in the lower half of a page to its end. */
function footnotes(text: string, lines: readonly Line[], page: readonly number[]): number[] {
  for (let at = Math.ceil(page.length / 4); at < page.length; at += 1) {
    const line = lines[page[at] ?? -1];
    if (line === undefined || line.gap === 0) continue;
    if (FOOTNOTE_SIGN.test(text.slice(line.start, Math.min(line.end, line.start + 8)))) {
      const isList = page.slice(at + 1).some((i) => startsAlike(text, line, lines[i]));
      return isList ? [] : page.slice(at);
    }
  }
  return [];
}

/** Several lines under one sign are a list with stars for bullets, not footnotes. */
function startsAlike(text: string, line: Line, other: Line | undefined): boolean {
  return (
    other !== undefined &&
    text.slice(line.start, line.start + 2) === text.slice(other.start, other.start + 2) &&
    line.end - line.start > 3
  );
}

/** Without form feeds: lines that are bare numbers counting up by one, and what stands repeatedly right beside them. */
function furnitureByNumbers(text: string, lines: readonly Line[]): Set<number> {
  const numbers = lines.flatMap((line, i) => {
    const digits = line.end - line.start <= 4 ? /^\d{1,4}$/.exec(text.slice(line.start, line.end)) : null;
    return digits === null ? [] : [{ line: i, value: Number(digits[0]) }];
  });
  const pages = longestCount(numbers);
  const furniture = new Set(pages);
  const seen = new Map<string, number>();
  const beside = pages.flatMap((i) => [i - 1, i + 1]).filter((i) => !furniture.has(i));
  for (const i of beside) seen.set(keyOf(text, lines[i]), (seen.get(keyOf(text, lines[i])) ?? 0) + 1);
  for (const i of beside) {
    const key = keyOf(text, lines[i]);
    if (key !== '' && (seen.get(key) ?? 0) >= NUMBERS_IN_A_ROW - 1) furniture.add(i);
  }
  return furniture;
}

/** The lines of numbers that count up by one, left out where too few do. */
function longestCount(numbers: readonly { line: number; value: number }[]): number[] {
  const ends = new Map<number, number[]>();
  let longest: number[] = [];
  for (const { line, value } of numbers) {
    const run = ends.get(value - 1);
    ends.delete(value - 1);
    const grown = run ?? [];
    grown.push(line);
    ends.set(value, grown);
    if (grown.length > longest.length) longest = grown;
  }
  return longest.length >= NUMBERS_IN_A_ROW ? longest : [];
}
