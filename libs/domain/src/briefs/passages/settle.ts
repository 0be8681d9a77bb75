import type { ParsedPassage, TextRange } from '@uptake/contracts';
import { textOfRanges } from '../text/strand.js';
import type { FoundPassage } from './found-passage.js';
import { ShortNames } from './short-names.js';

/** More passages than a person could ever confirm; a text that yields more is not a brief. */
export const MOST_PASSAGES = 20_000;
const SEVERAL_ACTIONS = /;\s+(?:and\s+|et\s+|y\s+)?\p{L}+/u;
const LEAST_REPEAT = 20;

export interface Settled {
  passages: ParsedPassage[];
  isCut: boolean;
}

/** Puts what was found in the order of the text, lets nothing overlap, and says what only repeats or sums up. */
export function settle(source: string, found: readonly FoundPassage[]): Settled {
  const placed = found
    .map((passage) => ({ passage, ranges: passage.strand.rangesOf(passage.start, passage.end) }))
    .filter(({ ranges }) => ranges.length > 0)
    .sort((a, b) => startOf(a.ranges) - startOf(b.ranges));
  const hasList = found.some(({ kind, isStructured }) => kind === 'recommendation' && isStructured);
  const seen = new Set<string>();
  const names = new ShortNames(source);
  const passages: ParsedPassage[] = [];
  let end = 0;
  for (const { passage, ranges } of placed) {
    if (startOf(ranges) < end) continue;
    if (passages.length === MOST_PASSAGES) return { passages, isCut: true };
    const text = textOfRanges(source, ranges);
    if (text === '') continue;
    passages.push(toParsed(judge(passage, text, seen, hasList), ranges, text, source, names));
    end = ranges.at(-1)?.[1] ?? end;
  }
  return { passages, isCut: false };
}

/** Beside a list of recommendations, a call in prose sums it up; the same words again are no second recommendation. */
function judge(passage: FoundPassage, text: string, seen: Set<string>, hasList: boolean): FoundPassage {
  if (passage.kind !== 'recommendation') return passage;
  if (!passage.isStructured && hasList) return demoted(passage, 'summary-of-list');
  const key = `${passage.number ?? ''} ${text.toLowerCase()}`;
  const isRepeat = text.length >= LEAST_REPEAT && seen.has(key);
  seen.add(key);
  return isRepeat ? demoted(passage, 'repeats-another') : passage;
}

function demoted(passage: FoundPassage, warning: 'summary-of-list' | 'repeats-another'): FoundPassage {
  return { ...passage, kind: 'context', confidence: 0.5, warnings: [...passage.warnings, warning] };
}

function toParsed(
  passage: FoundPassage,
  ranges: TextRange[],
  text: string,
  source: string,
  names: ShortNames,
): ParsedPassage {
  const isMany = passage.kind === 'recommendation' && SEVERAL_ACTIONS.test(text);
  const heading = passage.section?.heading;
  return {
    kind: passage.kind,
    text,
    number: passage.number,
    addressees: passage.addressees.map((name) => names.expand(name)),
    leadIn: passage.leadIn,
    section: heading === undefined ? null : textOfRanges(source, [[heading.start, heading.end]]),
    ranges,
    charStart: startOf(ranges),
    charEnd: ranges.at(-1)?.[1] ?? 0,
    confidence: Math.round(passage.confidence * 100) / 100,
    warnings: isMany ? [...passage.warnings, 'several-actions'] : passage.warnings,
  };
}

function startOf(ranges: readonly TextRange[]): number {
  return ranges[0]?.[0] ?? 0;
}
