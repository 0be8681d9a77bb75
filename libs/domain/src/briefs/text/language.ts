import type { Direction } from '@uptake/contracts';
import { lexicons } from '../lexicon/vocabulary.js';
import { otherLanguages } from '../lexicon/other-languages.js';
import { foldWord, wordsOf } from './words.js';

export interface Language {
  language: string;
  direction: Direction;
}

/** Enough to tell a language by, taken from all over the text so that a foreign cover page does not decide. */
const SAMPLES = 8;
const WORDS_PER_SAMPLE = 250;
/** Share of small words under which a text is not taken for the language. */
const LEAST_SHARE = 0.06;
/** Less is enough where the script has left few languages. */
const LEAST_SHARE_BY_SCRIPT = 0.015;
/** Letters that Sorani writes and Arabic does not, before folding makes them alike. */
const SORANI_LETTERS = /[ەێۆڕڵڤ]/;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const LETTER = /\p{L}/u;

const candidates = [...lexicons, ...otherLanguages].map(({ language, direction, stopWords }) => ({
  language,
  direction,
  stopWords: new Set(stopWords.map(foldWord)),
}));

/** The language by its small words and the direction by its letters; `und` where too few words tell. */
export function detectLanguage(text: string): Language {
  const words = sample(text);
  const direction = directionOf(words.map((word) => word.raw));
  const isSorani = words.filter((word) => SORANI_LETTERS.test(word.raw)).length > words.length * 0.2;
  let best = { language: 'und', share: 0 };
  for (const candidate of candidates) {
    if (candidate.direction !== direction) continue;
    if (direction === 'rtl' && isSorani !== (candidate.language === 'ckb')) continue;
    const hits = words.filter((word) => candidate.stopWords.has(word.folded)).length;
    const share = hits / Math.max(words.length, 1);
    if (share > best.share) best = { language: candidate.language, share };
  }
  const least = direction === 'rtl' ? LEAST_SHARE_BY_SCRIPT : LEAST_SHARE;
  if (best.share >= least) return { language: best.language, direction };
  return { language: isSorani ? 'ckb' : 'und', direction };
}

function sample(text: string) {
  const step = Math.max(1, Math.floor(text.length / SAMPLES));
  const words = [];
  for (let from = 0; from < text.length; from += step) {
    words.push(...wordsOf(text, WORDS_PER_SAMPLE, from, Math.min(text.length, from + step)));
  }
  return words;
}

function directionOf(words: readonly string[]): Direction {
  const lettered = words.filter((word) => LETTER.test(word));
  const backwards = lettered.filter((word) => RIGHT_TO_LEFT.test(word)).length;
  return backwards * 2 > lettered.length ? 'rtl' : 'ltr';
}
