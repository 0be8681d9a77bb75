import type { Vocabulary } from '../lexicon/vocabulary.js';
import { trimEnd } from '../text/spaces.js';
import { foldWord } from '../text/words.js';

const LAST_WORD = /[;,،؛]\s*([\p{L}/]{1,6})\s*[,،]?$/u;
const TRAILING_LABEL =
  /\((?:recommendation|recommandation|recomendación|recomendacion|التوصية|توصية)\s(?:no\.?\s)?(\d{1,3})\)\.?$/iu;

/** Where an item's own words end: a dangling "; and" before the next item is not the item's. */
export function ownEnd(words: string, vocabulary: Vocabulary): number {
  const end = trimEnd(words, 0, words.length);
  const last = LAST_WORD.exec(words.slice(Math.max(0, end - 16), end));
  const isDangling =
    last !== null && (last[1] ?? '').split('/').every((word) => vocabulary.conjunctions.has(foldWord(word)));
  return isDangling ? trimEnd(words, 0, end - last[0].length + 1) : end;
}

/** The number in "... (Recommendation 4)". */
export function trailingLabel(words: string): string | null {
  const end = trimEnd(words, 0, words.length);
  return TRAILING_LABEL.exec(words.slice(Math.max(0, end - 40), end))?.[1] ?? null;
}
