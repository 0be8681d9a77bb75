import type { ParagraphBlock } from '../structure/blocks.js';
import { endsInAbbreviation } from '../text/sentences.js';
import type { Span, Strand } from '../text/strand.js';
import { isCapitalised, wordsOf } from '../text/words.js';
import type { Reading } from './reading.js';
import { asks, voiceOf } from './voice.js';

/** Running text that wraps has more lines to a sentence than this; a list without bullets has about one. */
const LINES_OF_AN_ITEM = 1.5;
const LEAST_WORDS = 6;
const ENDS_AS_SENTENCE = /[.!?؟۔;؛]["'”’»)\]]{0,2}\d{0,3}$/;

/** Items one below the other without a bullet; null where the lines are those of one paragraph. */
export function linesAsItems(reading: Reading, block: ParagraphBlock, asCalls: boolean): Strand[] | null {
  if (block.spans.length < 2) return null;
  const groups: Span[][] = [];
  for (const span of block.spans) {
    const group = groups.at(-1);
    if (group === undefined || beginsItem(reading, group, span, asCalls)) groups.push([span]);
    else group.push(span);
  }
  if (groups.length < 2 || groups.length * LINES_OF_AN_ITEM < block.spans.length) return null;
  const strands = groups.map((group) => reading.strand(group));
  return strands.every(({ words }) => isItem(reading, words, asCalls)) ? strands : null;
}

function beginsItem(reading: Reading, group: readonly Span[], span: Span, asCalls: boolean): boolean {
  const words = reading.text.slice(span.start, span.end);
  const hasCase = reading.vocabulary.lexicon.direction === 'ltr';
  if (hasCase && !isCapitalised(wordsOf(words, 1)[0])) return false;
  if (asCalls) return asks(voiceOf(words, reading.vocabulary));
  const before = group.at(-1);
  const last = before === undefined ? '' : reading.text.slice(before.start, before.end);
  const isAbbreviated =
    last.endsWith('.') && endsInAbbreviation(last, last.length - 1, reading.vocabulary.abbreviations);
  return ENDS_AS_SENTENCE.test(last) && !isAbbreviated;
}

function isItem(reading: Reading, words: string, asCalls: boolean): boolean {
  if (asCalls) return asks(voiceOf(words, reading.vocabulary));
  return wordsOf(words, LEAST_WORDS).length >= LEAST_WORDS && ENDS_AS_SENTENCE.test(words);
}
