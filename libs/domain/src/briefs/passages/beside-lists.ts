import type { Block, ParagraphBlock } from '../structure/blocks.js';
import type { List } from '../structure/lists.js';
import type { Reading } from './reading.js';
import { asks, voiceOf } from './voice.js';

/** An item that lost its bullet is no more than this much longer than the longest that kept its own. */
const LONGEST_BESIDE = 2;
const LEAST_LIMIT = 500;

/**
 * Paragraphs directly above or below a list that stands in a section of its kind, as far as they speak like its items:
 * page layout takes a bullet away now and then. A list with a lead-in of its own begins there, and behind it only deeds
 * named first go on with it.
 */
export function paragraphsBesideLists(reading: Reading): Set<Block> {
  const beside = new Set<Block>();
  for (const list of reading.lists) {
    const kind = reading.sectionOf[list.first]?.kind;
    if (kind === null || kind === undefined || kind === 'aside' || kind === 'context') continue;
    if (!list.roots.some(({ block }) => reading.used.has(block))) continue;
    const limit = limitOf(list, reading);
    const isLed = isLeadIn(reading.blocks[list.first - 1], reading);
    for (const step of isLed ? [1] : [-1, 1]) {
      for (let at = step < 0 ? list.first - 1 : list.last + 1; ; at += step) {
        const block = reading.blocks[at];
        if (block?.type !== 'paragraph' || !belongs(block, kind, isLed, limit, reading)) break;
        beside.add(block);
      }
    }
  }
  return beside;
}

function isLeadIn(block: Block | undefined, reading: Reading): boolean {
  return block !== undefined && reading.leadIns.has(block);
}

function limitOf(list: List, reading: Reading): number {
  const lengths = list.roots.map(({ block }) => reading.strand(block.spans).words.length);
  return Math.max(LEAST_LIMIT, LONGEST_BESIDE * lengths.reduce((a, b) => Math.max(a, b), 0));
}

function belongs(block: ParagraphBlock, kind: string, isLed: boolean, limit: number, reading: Reading): boolean {
  const { words } = reading.strand(block.spans);
  if (words.length > limit || reading.used.has(block) || reading.leadIns.has(block) || words.trimEnd().endsWith(':'))
    return false;
  const voice = voiceOf(words, reading.vocabulary);
  if (isLed) return voice.form === 'action' || voice.form === 'vocative';
  return kind !== 'recommendation' || asks(voice);
}
